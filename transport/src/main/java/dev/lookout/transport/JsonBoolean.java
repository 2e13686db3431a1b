package dev.lookout.transport;

/** {@code true} or {@code false}. */
public enum JsonBoolean implements JsonValue {
    TRUE,
    FALSE;

    public static JsonBoolean of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public boolean value() {
        return this == TRUE;
    }

    @Override
    public String kind() {
        return "bool";
    }

    @Override
    public String toString() {
        return toJson();
    }
}
