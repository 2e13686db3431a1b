package dev.lookout.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lookout.transport.Connection;
import dev.lookout.transport.ConnectionListener;
import dev.lookout.transport.Handshake;
import dev.lookout.transport.JsonLimits;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import dev.lookout.transport.MalformedJsonException;
import dev.lookout.transport.WebSocketAcceptor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Serves the paths where existing clients of both protocols connect: the first message decides which one is spoken.
 *
 * <p>A JSON object with a string {@code command} is MaticVigil's. Everything else is Vite's: a JSON-RPC object or array, and
 * what is no JSON at all, because Vite has an answer for it. Until the first message the connection may be silent for as long
 * as it likes: Vite clients connect first and subscribe when they have something to ask, and MaticVigil's deadline for
 * {@code register} begins with the first message (ADR 43).
 */
final class FirstMessageRouter implements WebSocketAcceptor, AutoCloseable {
    private static final JsonLimits LIMITS = new JsonLimits(131_072, 64, 131_072);

    private final WebSocketAcceptor vite;
    private final WebSocketAcceptor vigil;
    private final Map<Long, Connection> undecided = new ConcurrentHashMap<>();

    FirstMessageRouter(WebSocketAcceptor vite, WebSocketAcceptor vigil) {
        this.vite = vite;
        this.vigil = vigil;
    }

    @Override
    public ConnectionListener accept(Connection connection, Handshake handshake) {
        undecided.put(connection.id(), connection);
        return new Undecided(connection, handshake);
    }

    /** Asks the clients that have not said anything yet to come back; the others are their endpoints' to close. */
    @Override
    public void close() {
        undecided.values().forEach(connection -> connection.close(1001, "server restart"));
    }

    static boolean isVigil(String firstMessage) {
        try {
            return JsonValue.parseFirst(firstMessage, LIMITS) instanceof JsonObject object
                    && object.get("command") instanceof JsonString;
        } catch (MalformedJsonException e) {
            return false;
        }
    }

    /** Hands everything on once it is decided to whom. Thread: the transport's, one call at a time. */
    private final class Undecided implements ConnectionListener {
        private final Connection connection;
        private final Handshake handshake;
        private @Nullable ConnectionListener decided; // null until the first message

        Undecided(Connection connection, Handshake handshake) {
            this.connection = connection;
            this.handshake = handshake;
        }

        private ConnectionListener decide(WebSocketAcceptor protocol) {
            ConnectionListener listener = protocol.accept(connection, handshake);
            decided = listener;
            undecided.remove(connection.id());
            listener.onOpen(connection);
            return listener;
        }

        @Override
        public void onText(String text) {
            ConnectionListener listener = decided;
            (listener != null ? listener : decide(isVigil(text) ? vigil : vite)).onText(text);
        }

        @Override
        public void onBinary(byte[] data) {
            ConnectionListener listener = decided;
            (listener != null ? listener : decide(isVigil(new String(data, UTF_8)) ? vigil : vite)).onBinary(data);
        }

        @Override
        public void onTooLarge(long bytes) {
            ConnectionListener listener = decided;
            (listener != null ? listener : decide(vite)).onTooLarge(bytes);
        }

        @Override
        public void onPing() {
            if (decided != null) {
                decided.onPing();
            }
        }

        @Override
        public void onPong() {
            if (decided != null) {
                decided.onPong();
            }
        }

        @Override
        public void onClosed(int code, String reason) {
            undecided.remove(connection.id());
            if (decided != null) {
                decided.onClosed(code, reason);
            }
        }
    }
}
