package dev.lookout.client;

import dev.lookout.transport.JsonLimits;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import dev.lookout.transport.MalformedJsonException;
import java.util.Optional;

/** What one text from a MaticVigil server is, told by its content and never by its position (VIGIL section 3.3). */
sealed interface VigilInbound {
    /** {@code register:ack}; the id is empty if the server forgot it. */
    record Ack(Optional<String> sessionId) implements VigilInbound {}

    /** {@code register:nack}. */
    record Nack() implements VigilInbound {}

    /** {@code unregister:ack}, or {@code unregister:nack}: either way there is nothing more to wait for. */
    record Unregistered() implements VigilInbound {}

    /** {@code heartbeat} and {@code heartbeat:nack}: all they say is that the peer lives. */
    record Alive() implements VigilInbound {}

    /** {@code error}: we sent something that the server did not like. */
    record Complaint(String text) implements VigilInbound {}

    /** A message with a {@code type}. */
    record Pushed(String type, JsonObject json, String text) implements VigilInbound {}

    /** A command that we do not know. */
    record UnknownCommand(String text) implements VigilInbound {}

    /** No JSON object, or one without {@code command} and {@code type}. */
    record Malformed(String text, String why) implements VigilInbound {}

    static VigilInbound read(String text, JsonLimits limits) {
        JsonValue value;
        try {
            value = JsonValue.parse(text, limits);
        } catch (MalformedJsonException e) {
            return new Malformed(text, String.valueOf(e.getMessage()));
        }
        if (!(value instanceof JsonObject message)) {
            return new Malformed(text, "a message must be a JSON object, this is: " + value.kind());
        }
        if (message.get("command") instanceof JsonString command) {
            return command(command.text(), message, text);
        }
        if (message.get("type") instanceof JsonString type) {
            return new Pushed(type.text(), message, text);
        }
        return new Malformed(text, "neither a command nor a type");
    }

    private static VigilInbound command(String command, JsonObject message, String text) {
        return switch (command) {
            case "register:ack" -> new Ack(message.text("sessionID"));
            case "register:nack" -> new Nack();
            case "unregister:ack", "unregister:nack" -> new Unregistered();
            case "heartbeat", "heartbeat:nack" -> new Alive();
            case "error" -> new Complaint(text);
            default -> new UnknownCommand(text);
        };
    }
}
