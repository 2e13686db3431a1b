package dev.lookout.transport;

import java.nio.charset.StandardCharsets;

/**
 * A JSON value as an immutable tree, numbers exactly as spelled.
 *
 * <p>{@link Object#toString} of every kind is its JSON text without spaces (see {@link #toJson}).
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {
    /**
     * Reads a whole text under {@link JsonLimits#DEFAULT}; anything but white space after the value is an error.
     *
     * @throws MalformedJsonException with what is wrong and where
     */
    static JsonValue parse(String text) {
        return parse(text, JsonLimits.DEFAULT);
    }

    /** Like {@link #parse(String)} under other limits. */
    static JsonValue parse(String text, JsonLimits limits) {
        return JsonReader.readWhole(text, limits);
    }

    /**
     * Reads the first value of a text and does not look at what follows it (VITE 1.2, 1.3).
     *
     * @throws MalformedJsonException also if there is nothing but white space
     */
    static JsonValue parseFirst(String text, JsonLimits limits) {
        return JsonReader.readFirst(text, limits);
    }

    /** Shorthand for {@link JsonString}. */
    static JsonString of(String text) {
        return new JsonString(text);
    }

    /** Shorthand for {@link JsonNumber}. */
    static JsonNumber of(long number) {
        return JsonNumber.of(number);
    }

    /** Shorthand for {@link JsonBoolean}. */
    static JsonBoolean of(boolean value) {
        return JsonBoolean.of(value);
    }

    /** Go's name of the kind, as it stands in its error texts: object, array, string, number, bool, null. */
    String kind();

    /** Compact JSON text: {@code <}, {@code >} and {@code &} escaped as Go does (VITE 1.4). */
    default String toJson() {
        var out = new StringBuilder();
        JsonText.append(out, this);
        return out.toString();
    }

    /** Compact JSON text as UTF-8. */
    default byte[] toUtf8() {
        return toJson().getBytes(StandardCharsets.UTF_8);
    }
}
