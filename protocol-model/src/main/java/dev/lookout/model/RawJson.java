package dev.lookout.model;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Any JSON value, kept as its own text: nothing is rounded, no field is lost, keys stay in order.
 *
 * <p>Used where a schema leaves the value open (arguments of a contract's call, fields of a newer peer). Only the white space
 * between tokens goes. Two values are equal when their texts are.
 */
@JsonDeserialize(using = RawJsonReader.class)
@JsonSerialize(using = RawJsonWriter.class)
public final class RawJson {
    public static final RawJson NULL = new RawJson("null");

    private final String text;

    RawJson(String text) {
        this.text = text;
    }

    /** @throws InvalidValueException {@code FORM} unless the text is exactly one JSON value */
    public static RawJson parse(String text) {
        return new RawJson(JsonText.compact(text));
    }

    public static RawJson of(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2);
        JsonText.appendString(text, value);
        return new RawJson(text.toString());
    }

    /** All digits, never an exponent. */
    public static RawJson of(BigInteger value) {
        return new RawJson(value.toString());
    }

    public static RawJson of(boolean value) {
        return new RawJson(Boolean.toString(value));
    }

    public static RawJson ofElements(List<RawJson> elements) {
        StringBuilder text = new StringBuilder("[");
        for (RawJson element : elements) {
            text.append(text.length() > 1 ? "," : "").append(element.text);
        }
        return new RawJson(text.append(']').toString());
    }

    /** An object; its keys in the order of the map. */
    public static RawJson ofMembers(Map<String, RawJson> members) {
        StringBuilder text = new StringBuilder("{");
        members.forEach((name, value) -> {
            text.append(text.length() > 1 ? "," : "");
            JsonText.appendString(text, name);
            text.append(':').append(value.text);
        });
        return new RawJson(text.append('}').toString());
    }

    /** Compact JSON, numbers spelt as they came. */
    public String text() {
        return text;
    }

    public boolean isNull() {
        return text.equals("null");
    }

    public boolean isArray() {
        return text.charAt(0) == '[';
    }

    public boolean isObject() {
        return text.charAt(0) == '{';
    }

    /** The characters of a JSON string; empty for anything else. */
    public Optional<String> asString() {
        return text.charAt(0) == '"' ? Optional.of(JsonText.first(text, JsonParser::getString)) : Optional.empty();
    }

    /**
     * The value of a JSON number that is an integer in any spelling; empty for a fraction and for anything else, decimal
     * strings included.
     */
    public Optional<BigInteger> asInteger() {
        char first = text.charAt(0);
        if (first != '-' && (first < '0' || first > '9')) {
            return Optional.empty();
        }
        try {
            return Optional.of(ExactIntegers.parse(text));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    public Optional<Boolean> asBoolean() {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The elements of a JSON array; none for anything else. */
    public List<RawJson> elements() {
        return isArray() ? JsonText.first(text, JsonText::elements) : List.of();
    }

    /** The members of a JSON object in their order; none for anything else. */
    public Map<String, RawJson> members() {
        return isObject() ? JsonText.first(text, JsonText::members) : Map.of();
    }

    /** The member of that name; {@link #NULL} if there is none or this is no object. */
    public RawJson member(String name) {
        return members().getOrDefault(name, NULL);
    }

    /** Reads the value that a parser stands on; afterwards it stands on the value's last token. */
    static RawJson read(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return NULL;
        }
        StringBuilder text = new StringBuilder();
        JsonText.copy(parser, text);
        return new RawJson(text.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Same as {@link #text()}. */
    @Override
    public String toString() {
        return text;
    }
}
