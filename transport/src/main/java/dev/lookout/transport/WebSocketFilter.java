package dev.lookout.transport;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.tyrus.core.RequestContext;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.core.Utils;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.glassfish.tyrus.spi.WebSocketEngine;

/**
 * Turns upgrade requests into connections through Tyrus' engine, and from then on hands their bytes over.
 *
 * <p>Takes the place of Tyrus' own Grizzly filter (ADR 30): that one closes TCP right after its Close frame, cannot pause
 * reading, and writes each frame by itself.
 *
 * <p>Thread: I/O threads; the reads of one connection never overlap.
 */
final class WebSocketFilter extends BaseFilter {
    /** Request parameter by which the Jakarta session finds its connection. */
    static final String CONNECTION_ID = "dev.lookout.connection";

    private static final Attribute<Link> LINK =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(WebSocketFilter.class.getName());

    private final WebSocketEngine engine;
    private final Function<String, Optional<WebSocketRoute>> routes;
    private final Map<Long, WebSocketConnection> connections;
    private final TransportLimits limits;
    private final Executor workers;
    private final Flusher flusher;
    private final Sweeper sweeper;

    private record Link(WebSocketConnection connection, GrizzlySocket socket) {}

    WebSocketFilter(
            WebSocketEngine engine,
            Function<String, Optional<WebSocketRoute>> routes,
            Map<Long, WebSocketConnection> connections,
            TransportLimits limits,
            Executor workers,
            Flusher flusher,
            Sweeper sweeper) {
        this.engine = engine;
        this.routes = routes;
        this.connections = connections;
        this.limits = limits;
        this.workers = workers;
        this.flusher = flusher;
        this.sweeper = sweeper;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        HttpContent message = context.getMessage();
        Link link = LINK.get(context.getConnection());
        if (link != null) {
            return read(context, link, message);
        }
        HttpHeader header = message.getHttpHeader();
        if (!header.isRequest() || !"websocket".equalsIgnoreCase(header.getUpgrade())) {
            return context.getInvokeAction();
        }
        return upgrade(context, message, (HttpRequestPacket) header);
    }

    private static NextAction read(FilterChainContext context, Link link, HttpContent message) {
        Buffer content = message.getContent();
        message.recycle();
        if (content.hasRemaining()) {
            link.connection().received(content.toByteBuffer());
        }
        content.tryDispose();
        return link.socket().afterRead(context);
    }

    private NextAction upgrade(FilterChainContext context, HttpContent message, HttpRequestPacket packet) {
        URI uri;
        try {
            uri = URI.create(packet.getRequestURI());
        } catch (IllegalArgumentException malformed) {
            return refuse(context, packet, 400, Map.of());
        }
        String path = uri.getPath() == null ? "/" : uri.getPath();
        Optional<WebSocketRoute> route = routes.apply(path);
        if (route.isEmpty()) {
            return refuse(context, packet, 404, Map.of());
        }
        var handshake = new Handshake(
                path,
                packet.getQueryString() == null ? "" : packet.getQueryString(),
                headersOf(packet),
                GrizzlySocket.addressOf(context.getConnection()));
        if (route.get().refusesSubprotocols(handshake.header("Sec-WebSocket-Protocol"))) {
            return refuse(context, packet, 400, Map.of());
        }
        var socket = new GrizzlySocket(context.getConnection());
        var connection = new WebSocketConnection(true, limits, 0, socket, workers, flusher, this::ended);
        connections.put(connection.id(), connection);

        var response = new TyrusUpgradeResponse();
        WebSocketEngine.UpgradeInfo upgrade =
                engine.upgrade(requestOf(uri, packet, handshake, connection.id()), response);
        if (upgrade.getStatus() != WebSocketEngine.UpgradeStatus.SUCCESS) {
            connections.remove(connection.id());
            int status = response.getStatus() >= 400 ? response.getStatus() : 400;
            return refuse(context, packet, status, response.getHeaders());
        }
        answer(context, packet, response);
        open(context.getConnection(), route.get(), handshake, connection, socket, upgrade);
        return read(context, new Link(connection, socket), message);
    }

    private void open(
            Connection<?> tcp,
            WebSocketRoute route,
            Handshake handshake,
            WebSocketConnection connection,
            GrizzlySocket socket,
            WebSocketEngine.UpgradeInfo upgrade) {
        HttpDeadline.of(tcp).upgraded();
        org.glassfish.tyrus.spi.Connection decoder = upgrade.createConnection(new SilentWriter(), reason -> {});
        connection.decodeWith(frame -> decoder.getReadHandler().handle(frame));
        connection.listenWith(() -> route.acceptor().accept(connection, handshake));
        LINK.set(tcp, new Link(connection, socket));
        sweeper.add(connection);
        GrizzlySocket.whenClosed(tcp, () -> {
            connection.socketEnded();
            // Frees the Jakarta session; what it "writes" goes nowhere.
            decoder.close(org.glassfish.tyrus.core.CloseReasons.GOING_AWAY.getCloseReason());
        });
    }

    private void ended(WebSocketConnection connection) {
        sweeper.remove(connection);
        connections.remove(connection.id());
    }

    private static Map<String, List<String>> headersOf(HttpRequestPacket packet) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (String name : packet.getHeaders().names()) {
            var values = new ArrayList<String>();
            packet.getHeaders().values(name).forEach(values::add);
            headers.putIfAbsent(name, values);
        }
        return headers;
    }

    private static UpgradeRequest requestOf(URI uri, HttpRequestPacket packet, Handshake handshake, long id) {
        RequestContext request = RequestContext.Builder.create()
                .requestURI(uri)
                .queryString(packet.getQueryString())
                .parameterMap(Map.of(CONNECTION_ID, new String[] {Long.toString(id)}))
                .secure(packet.isSecure())
                .remoteAddr(packet.getRemoteAddress())
                .build();
        handshake.headers().forEach((name, values) -> {
            var parsed = new ArrayList<String>();
            values.forEach(value -> parsed.addAll(Utils.parseHeaderValue(value.trim())));
            request.getHeaders().put(name, parsed);
        });
        return request;
    }

    private static void answer(FilterChainContext context, HttpRequestPacket packet, TyrusUpgradeResponse response) {
        HttpResponsePacket head = head(packet, response.getStatus(), response.getHeaders());
        head.setReasonPhrase("Switching Protocols");
        context.write(HttpContent.builder(head).build());
    }

    /** Answers without a body and ends the connection: HTTP is over for a codec that has seen the upgrade header. */
    private static NextAction refuse(
            FilterChainContext context, HttpRequestPacket packet, int status, Map<String, List<String>> headers) {
        HttpResponsePacket head = head(packet, status, headers);
        head.setContentLength(0);
        head.setHeader("Connection", "close");
        context.write(HttpContent.builder(head).last(true).build());
        context.getConnection().closeSilently();
        return context.getStopAction();
    }

    private static HttpResponsePacket head(HttpRequestPacket packet, int status, Map<String, List<String>> headers) {
        HttpResponsePacket head = packet.getResponse();
        head.setProtocol(Protocol.HTTP_1_1);
        head.setStatus(status);
        headers.forEach((name, values) -> head.setHeader(name, Utils.getHeaderFromList(values)));
        return head;
    }
}
