package dev.lookout.transport;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object; members keep their order.
 *
 * <p>When a text has a name twice, the last value wins, at the place of the first (what Go and JavaScript do).
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The member of exactly this name, or null if there is none; {@link JsonNull} if it is null on the wire. */
    public @Nullable JsonValue get(String name) {
        return members.get(name);
    }

    /** The text of a member that is a string; absent if there is no such member or it is of another kind. */
    public Optional<String> text(String name) {
        return members.get(name) instanceof JsonString s ? Optional.of(s.text()) : Optional.empty();
    }

    @Override
    public String kind() {
        return "object";
    }

    @Override
    public String toString() {
        return toJson();
    }

    /** Collects members in order; not for several threads. */
    public static final class Builder {
        private final LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String name, JsonValue value) {
            members.put(name, value);
            return this;
        }

        public Builder put(String name, String text) {
            return put(name, new JsonString(text));
        }

        public Builder put(String name, long number) {
            return put(name, JsonNumber.of(number));
        }

        public Builder put(String name, boolean value) {
            return put(name, JsonBoolean.of(value));
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
