package dev.lookout.transport;

import jakarta.websocket.ClientEndpointConfig;
import java.util.Map;
import java.util.Objects;
import org.glassfish.tyrus.spi.ClientContainer;
import org.glassfish.tyrus.spi.ClientEngine;

/** Where Tyrus' client comes for a socket: it gets one of the connector's own. */
final class ClientSockets {
    /** User property of the endpoint configuration that carries the {@link ClientOpening}. */
    static final String OPENING = ClientOpening.class.getName();

    private ClientSockets() {}

    /** Public in name only: Tyrus makes an instance by class name. */
    public static final class Container implements ClientContainer {
        @Override
        public void openClientSocket(ClientEndpointConfig config, Map<String, Object> properties, ClientEngine engine) {
            var opening = (ClientOpening)
                    Objects.requireNonNull(config.getUserProperties().get(OPENING));
            opening.connect(engine);
        }
    }
}
