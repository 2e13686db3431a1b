package dev.lookout.transport;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.tyrus.core.CloseReasons;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.core.Utils;
import org.glassfish.tyrus.spi.ClientEngine;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.jspecify.annotations.Nullable;

/**
 * The client's end of one socket: sends the upgrade request, shows the answer to Tyrus, then hands bytes over.
 *
 * <p>Thread: the I/O thread; one instance per connection.
 */
final class ClientFilter extends BaseFilter {
    private final ClientOpening opening;
    private final ClientEngine engine;
    private @Nullable WebSocketConnection connection;
    private @Nullable GrizzlySocket socket;
    private boolean answered;

    ClientFilter(ClientOpening opening, ClientEngine engine) {
        this.opening = opening;
        this.engine = engine;
    }

    @Override
    public NextAction handleConnect(FilterChainContext context) throws IOException {
        opening.connected(context.getConnection());
        context.write(
                HttpContent.builder(packet(engine.createUpgradeRequest(null))).build());
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        HttpContent message = context.getMessage();
        if (connection == null) {
            if (answered || !open(context, (HttpResponsePacket) message.getHttpHeader())) {
                return context.getStopAction();
            }
        }
        Buffer content = message.getContent();
        message.recycle();
        WebSocketConnection to = connection;
        GrizzlySocket from = socket;
        if (to == null || from == null) {
            return context.getStopAction();
        }
        if (content.hasRemaining()) {
            to.received(content.toByteBuffer());
        }
        content.tryDispose();
        return from.afterRead(context);
    }

    @Override
    public NextAction handleClose(FilterChainContext context) throws IOException {
        if (!answered) {
            answered = true;
            engine.processError(new IOException("the server closed the connection before it answered"));
        }
        return context.getStopAction();
    }

    private boolean open(FilterChainContext context, HttpResponsePacket answer) {
        answered = true;
        var made = new GrizzlySocket(context.getConnection());
        // Tyrus asks for the connection while it looks at the answer, so it is there before, agreed or not.
        WebSocketConnection opened = opening.open(made);
        GrizzlySocket.whenClosed(context.getConnection(), opened::socketEnded);
        ClientEngine.ClientUpgradeInfo upgrade =
                engine.processResponse(response(answer), new SilentWriter(), reason -> {});
        if (upgrade.getUpgradeStatus() != ClientEngine.ClientUpgradeStatus.SUCCESS) {
            context.getConnection().terminateSilently();
            return false;
        }
        org.glassfish.tyrus.spi.Connection decoder = upgrade.createConnection();
        opened.decodeWith(frame -> decoder.getReadHandler().handle(frame));
        opening.announce(opened);
        GrizzlySocket.whenClosed(
                context.getConnection(), () -> decoder.close(CloseReasons.GOING_AWAY.getCloseReason()));
        socket = made;
        connection = opened;
        return true;
    }

    private static HttpRequestPacket packet(UpgradeRequest request) {
        URI uri = request.getRequestURI();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        HttpRequestPacket.Builder packet = HttpRequestPacket.builder()
                .protocol(Protocol.HTTP_1_1)
                .method(Method.GET)
                .uri(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        request.getHeaders().forEach((name, values) -> packet.header(name, String.join(", ", values)));
        return packet.build();
    }

    private static TyrusUpgradeResponse response(HttpResponsePacket answer) {
        var response = new TyrusUpgradeResponse();
        response.setStatus(answer.getStatus());
        response.setReasonPhrase(answer.getReasonPhrase());
        for (String name : answer.getHeaders().names()) {
            List<String> values = new ArrayList<>();
            answer.getHeaders().values(name).forEach(value -> values.addAll(Utils.parseHeaderValue(value.trim())));
            response.getHeaders().put(name, values);
        }
        return response;
    }
}
