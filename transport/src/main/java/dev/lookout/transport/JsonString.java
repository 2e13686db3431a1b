package dev.lookout.transport;

/** A JSON string, escapes resolved. */
public record JsonString(String text) implements JsonValue {
    @Override
    public String kind() {
        return "string";
    }

    @Override
    public String toString() {
        return toJson();
    }
}
