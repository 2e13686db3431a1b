package dev.lookout.transport;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Jakarta endpoint behind every connection: it passes decoded messages on and nothing else. */
final class MessageEndpoints {
    private static final Logger LOG = LoggerFactory.getLogger(MessageEndpoints.class);

    private MessageEndpoints() {}

    /** Public in name only: Tyrus calls its methods by reflection. Thread: the connection's I/O thread. */
    public static final class MessageEndpoint extends Endpoint {
        private final Function<Session, WebSocketConnection> connections;

        MessageEndpoint(Function<Session, WebSocketConnection> connections) {
            this.connections = connections;
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            WebSocketConnection connection = connections.apply(session);
            session.getUserProperties().put(WebSocketConnection.class.getName(), connection);
            // The limit is kept before decoding (InboundFrames), where it costs no memory.
            session.setMaxTextMessageBufferSize(Integer.MAX_VALUE);
            session.setMaxBinaryMessageBufferSize(Integer.MAX_VALUE);
            session.addMessageHandler(String.class, (MessageHandler.Whole<String>) connection::text);
            session.addMessageHandler(byte[].class, (MessageHandler.Whole<byte[]>) connection::binary);
        }

        /** Comes when decoding failed (1007), and as the echo of our own clean-up, which the connection ignores. */
        @Override
        public void onClose(Session session, CloseReason reason) {
            String why = reason.getReasonPhrase() == null ? "" : reason.getReasonPhrase();
            of(session).refuse(reason.getCloseCode().getCode(), why);
        }

        @Override
        public void onError(Session session, Throwable cause) {
            LOG.warn("Decoding a message on {} failed", of(session), cause);
            of(session).refuse(CloseCodes.INTERNAL_ERROR, "internal error");
        }

        private static WebSocketConnection of(Session session) {
            Object connection = session.getUserProperties().get(WebSocketConnection.class.getName());
            return (WebSocketConnection) Objects.requireNonNull(connection);
        }
    }
}
