package dev.lookout.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Builds {@link JsonValue} trees from Jackson's token stream.
 *
 * <p>Knows where each scalar stands in the text, so that a caller can cut out its exact spelling. One text, one thread.
 */
final class JsonReader implements AutoCloseable {
    private final String text;
    private final JsonParser tokens;

    JsonReader(String text, JsonLimits limits) {
        requireSize(text, limits);
        this.text = text;
        this.tokens = factory(limits).createParser(ObjectReadContext.empty(), text);
    }

    static JsonValue readWhole(String text, JsonLimits limits) {
        try (var reader = new JsonReader(text, limits)) {
            JsonValue value = reader.readFirst();
            if (reader.next() != null) {
                throw new MalformedJsonException("Text goes on after the first JSON value", reader.tokenStart());
            }
            return value;
        }
    }

    static JsonValue readFirst(String text, JsonLimits limits) {
        try (var reader = new JsonReader(text, limits)) {
            return reader.readFirst();
        }
    }

    private static void requireSize(String text, JsonLimits limits) {
        int least = text.length();
        // Three bytes a char at most: count exactly only when the answer depends on it.
        if (least > limits.bytes()
                || (3L * least > limits.bytes() && text.getBytes(StandardCharsets.UTF_8).length > limits.bytes())) {
            throw new MalformedJsonException("JSON text is larger than the limit of " + limits.bytes() + " bytes", 0);
        }
    }

    private static JsonFactory factory(JsonLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.tokenChars())
                        .maxNameLength(limits.tokenChars())
                        .maxNumberLength(limits.tokenChars())
                        .build())
                .build();
    }

    JsonValue readFirst() {
        if (next() == null) {
            throw new MalformedJsonException("JSON text is empty", text.length());
        }
        return readValue();
    }

    /** Moves to the next token; null at the end of the text. */
    @Nullable
    JsonToken next() {
        try {
            return tokens.nextToken();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** Reads the value that the current token starts. */
    JsonValue readValue() {
        try {
            return value();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    JsonToken current() {
        return tokens.currentToken();
    }

    String name() {
        return tokens.currentName();
    }

    /** Spelling of the current scalar token, quotes and escapes included. */
    String rawScalar() {
        try {
            long start = tokenStart();
            tokens.finishToken();
            return text.substring((int) start, (int) tokens.currentLocation().getCharOffset());
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    long tokenStart() {
        return tokens.currentTokenLocation().getCharOffset();
    }

    private JsonValue value() {
        JsonToken token = tokens.currentToken();
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new JsonString(tokens.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(tokens.getString());
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> throw new IllegalStateException("No value starts at token " + token);
        };
    }

    private JsonObject object() {
        var members = new LinkedHashMap<String, JsonValue>();
        while (tokens.nextToken() != JsonToken.END_OBJECT) {
            String name = tokens.currentName();
            tokens.nextToken();
            members.put(name, value());
        }
        return new JsonObject(members);
    }

    private JsonArray array() {
        var elements = new ArrayList<JsonValue>();
        while (tokens.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return new JsonArray(elements);
    }

    private MalformedJsonException malformed(JacksonException e) {
        var at = e.getLocation();
        long offset = at == null ? -1 : at.getCharOffset();
        return new MalformedJsonException(
                "Malformed JSON at character " + offset + ": " + JsonText.excerpt(e.getOriginalMessage()), offset, e);
    }

    @Override
    public void close() {
        tokens.close();
    }
}
