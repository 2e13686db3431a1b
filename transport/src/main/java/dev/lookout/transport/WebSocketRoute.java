package dev.lookout.transport;

import jakarta.websocket.Extension;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One WebSocket path: its acceptor, and how its handshakes are answered. */
final class WebSocketRoute extends ServerEndpointConfig.Configurator {
    private final String path;
    private final WebSocketOptions options;
    private final WebSocketAcceptor acceptor;
    private final Function<Session, WebSocketConnection> connections;

    WebSocketRoute(
            String path,
            WebSocketOptions options,
            WebSocketAcceptor acceptor,
            Function<Session, WebSocketConnection> connections) {
        this.path = path;
        this.options = options;
        this.acceptor = acceptor;
        this.connections = connections;
    }

    WebSocketAcceptor acceptor() {
        return acceptor;
    }

    /** VITE 1.3: more than one offered sub-protocol makes the handshake fail where one is to be echoed. */
    boolean refusesSubprotocols(Optional<String> offered) {
        return options.echoSingleSubprotocol()
                && offered.isPresent()
                && offered.get().contains(",");
    }

    ServerEndpointConfig endpoint() {
        return ServerEndpointConfig.Builder.create(MessageEndpoints.MessageEndpoint.class, path)
                .configurator(this)
                .build();
    }

    @Override
    public boolean checkOrigin(String origin) {
        return options.allows(Optional.ofNullable(origin));
    }

    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        return options.echoSingleSubprotocol() && requested.size() == 1 ? requested.get(0) : "";
    }

    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return List.of();
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
        return type.cast(new MessageEndpoints.MessageEndpoint(connections));
    }
}
