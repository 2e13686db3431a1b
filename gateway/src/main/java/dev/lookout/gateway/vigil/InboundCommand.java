package dev.lookout.gateway.vigil;

import dev.lookout.transport.JsonLimits;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import dev.lookout.transport.MalformedJsonException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client sent, told apart as far as table 1.4 of VIGIL does; unknown members are ignored (decision D-21). */
sealed interface InboundCommand {
    /** @param key absent if it is missing, empty or no string */
    record Register(Optional<String> key) implements InboundCommand {
        // The key is a secret.
        @Override
        public String toString() {
            return "Register[key " + (key.isPresent() ? "given]" : "missing]");
        }
    }

    /**
     * @param sessionGiven false if the member is missing or null, which is tolerated (decision D-9)
     * @param sessionId empty for a given one that is no string
     */
    record Heartbeat(boolean sessionGiven, String sessionId) implements InboundCommand {
        @Override
        public String toString() {
            return "Heartbeat[session " + (sessionGiven ? "given]" : "missing]");
        }
    }

    /** @param key absent if it is missing, empty or no string */
    record Unregister(Optional<String> key) implements InboundCommand {
        @Override
        public String toString() {
            return "Unregister[key " + (key.isPresent() ? "given]" : "missing]");
        }
    }

    /** A command that this protocol does not have. */
    record Unknown(String command) implements InboundCommand {}

    /** @param what is wrong, for the client's developer */
    record Malformed(String what) implements InboundCommand {}

    static InboundCommand parse(String text, JsonLimits limits) {
        JsonValue json;
        try {
            json = JsonValue.parse(text, limits);
        } catch (MalformedJsonException e) {
            return new Malformed("not JSON");
        }
        if (!(json instanceof JsonObject object)) {
            return new Malformed("not a JSON object but a JSON " + json.kind());
        }
        var command = object.text("command");
        if (command.isEmpty()) {
            return new Malformed("no string member \"command\"");
        }
        return switch (command.get()) {
            case "register" -> new Register(key(object));
            case "heartbeat" -> heartbeat(object.get("sessionID"));
            case "unregister" -> new Unregister(key(object));
            default -> new Unknown(command.get());
        };
    }

    private static Optional<String> key(JsonObject object) {
        return object.text("key").filter(key -> !key.isEmpty());
    }

    private static Heartbeat heartbeat(@Nullable JsonValue sessionId) {
        boolean given = sessionId != null && sessionId != JsonNull.NULL;
        return new Heartbeat(given, sessionId instanceof JsonString string ? string.text() : "");
    }
}
