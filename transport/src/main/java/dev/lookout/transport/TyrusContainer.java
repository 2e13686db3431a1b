package dev.lookout.transport;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Map;
import java.util.Set;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;

/** Tyrus without a server of its own: an engine whose handshakes and frames are fed by {@link WebSocketFilter}. */
final class TyrusContainer extends TyrusServerContainer {
    private final TyrusWebSocketEngine engine;

    TyrusContainer() {
        super(Set.of());
        // Frames are bounded before they get here, by each connection's own limit.
        engine = TyrusWebSocketEngine.builder(this)
                .incomingBufferSize(Integer.MAX_VALUE)
                .build();
    }

    @Override
    public WebSocketEngine getWebSocketEngine() {
        return engine;
    }

    @Override
    public void register(Class<?> endpointClass) throws DeploymentException {
        engine.register(endpointClass, "/");
    }

    @Override
    public void register(ServerEndpointConfig config) throws DeploymentException {
        engine.register(config, "/");
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of();
    }
}
