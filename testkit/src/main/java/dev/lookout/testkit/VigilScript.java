package dev.lookout.testkit;

import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonValue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A MaticVigil server that does what the protocol says: acknowledges every {@code register} with a new session id, echoes heartbeats and
 * acknowledges {@code unregister}.
 *
 * <p>For a server that does not, override the step in question.
 *
 * <p>Thread: any.
 */
public class VigilScript implements Script {
    private final AtomicInteger sessions = new AtomicInteger();

    @Override
    public final void onText(PeerConnection connection, String text) {
        var message = (JsonObject) JsonValue.parse(text);
        switch (message.text("command").orElse("")) {
            case "register" -> onRegister(connection, message);
            case "heartbeat" -> onHeartbeat(connection, text);
            case "unregister" -> onUnregister(connection);
            default -> connection.send("{\"command\":\"error\",\"code\":\"unknown_command\",\"message\":\"unknown\"}");
        }
    }

    /** Acknowledges with the id {@code 00000000-0000-4000-8000-…}, counted up from 1. */
    protected void onRegister(PeerConnection connection, JsonObject register) {
        connection.send(VigilSamples.registerAck(sessionId(sessions.incrementAndGet())));
    }

    /** Sends the same text back. */
    protected void onHeartbeat(PeerConnection connection, String heartbeat) {
        connection.send(heartbeat);
    }

    /** Acknowledges; the client closes. */
    protected void onUnregister(PeerConnection connection) {
        connection.send(VigilSamples.UNREGISTER_ACK);
    }

    /** The id that the nth registration gets, counted from 1. */
    public static String sessionId(int nth) {
        return "00000000-0000-4000-8000-%012d".formatted(nth);
    }
}
