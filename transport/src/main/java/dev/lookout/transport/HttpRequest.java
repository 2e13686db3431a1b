package dev.lookout.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** An HTTP request whose body has been read as far as the limit allows. Immutable but for the body array. */
public final class HttpRequest {
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final String remoteAddress;
    private final OptionalLong declaredLength;
    private final byte[] body;
    private final boolean truncated;

    public HttpRequest(
            String method,
            String path,
            String query,
            Map<String, List<String>> headers,
            String remoteAddress,
            OptionalLong declaredLength,
            byte[] body,
            boolean truncated) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = Headers.copyOf(headers);
        this.remoteAddress = remoteAddress;
        this.declaredLength = declaredLength;
        this.body = body;
        this.truncated = truncated;
    }

    /** As sent: methods are upper case by custom and compared with case. */
    public String method() {
        return method;
    }

    /** Decoded path without query; starts with a slash. */
    public String path() {
        return path;
    }

    /** Raw query without the question mark; empty if none. */
    public String query() {
        return query;
    }

    /** By name, names compared without case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** First value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Headers.first(headers, name);
    }

    /** {@code host:port} of the peer. */
    public String remoteAddress() {
        return remoteAddress;
    }

    /** The {@code Content-Length} header; absent for chunked bodies and where there is none. */
    public OptionalLong declaredLength() {
        return declaredLength;
    }

    /**
     * The body, not copied; at most {@link TransportLimits#httpBodyBytes()}.
     *
     * <p>Empty if the declared length is beyond the limit: such a body is never read, so that the handler can answer 413
     * at once.
     */
    public byte[] body() {
        return body;
    }

    /** The body as UTF-8; malformed bytes become U+FFFD. */
    public String bodyText() {
        return new String(body, UTF_8);
    }

    /** Whether the client sent, or announced, more than {@link #body} holds. */
    public boolean truncated() {
        return truncated;
    }

    @Override
    public String toString() {
        return "HttpRequest[" + method + " " + path + ", " + body.length + " bytes]";
    }
}
