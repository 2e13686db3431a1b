package dev.lookout.transport;

import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.KeepAlive;
import org.glassfish.grizzly.http.Method;

/**
 * Grizzly's HTTP codec, deaf to upgrades that this server does not know.
 *
 * <p>Grizzly takes any {@code Upgrade} header for the end of HTTP on the connection: it then neither ends a body at its
 * length nor decodes chunks. The JDK's client offers {@code h2c} with each first request, and its POST would hang. An
 * offer may be ignored (RFC 9110 7.8), so it is cleared before the codec acts on it.
 */
final class HttpCodec extends HttpServerFilter {
    @SuppressWarnings(
            "deprecation") // the constructor that Grizzly's own server uses; there is no other with these limits
    HttpCodec(int maxHeaderBytes, KeepAlive keepAlive, int maxHeaders, long maxSkippedBody) {
        super(true, maxHeaderBytes, null, keepAlive, null, maxHeaders, maxHeaders);
        setMaxPayloadRemainderToSkip(maxSkippedBody);
        // What a body means with GET or DELETE is the handlers' to say; otherwise the codec answers 400 by itself.
        setAllowPayloadForUndefinedHttpMethods(true);
    }

    @Override
    protected void onIncomingUpgrade(FilterChainContext context, HttpHeader header) {
        boolean webSocket = "websocket".equalsIgnoreCase(header.getUpgrade())
                && ((HttpRequestPacket) header).getMethod() == Method.GET;
        if (webSocket) {
            super.onIncomingUpgrade(context, header);
        } else {
            header.getUpgradeDC().recycle();
        }
    }
}
