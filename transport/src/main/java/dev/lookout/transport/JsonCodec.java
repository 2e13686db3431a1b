package dev.lookout.transport;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns model objects into JSON and back: a tolerant reader (unknown members are kept or ignored as the class says), a
 * strict writer (absent members are not written, big integers as plain digits).
 *
 * <p>Thread-safe and immutable; one instance serves the whole process.
 */
public final class JsonCodec {
    private final JsonMapper mapper;

    public JsonCodec() {
        mapper = JsonMapper.builder()
                .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /**
     * Reads one object.
     *
     * @throws MalformedJsonException if the text is no JSON or does not fit the class; the message names the member
     */
    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JacksonException e) {
            throw unfit(e, type);
        }
    }

    /** Reads one object from a tree; see {@link #read}. */
    public <T> T fromTree(JsonValue value, Class<T> type) {
        return read(value.toJson(), type);
    }

    /** Reads a list; JSON {@code null} is the empty list (VITE section 2.6: a poll without news may answer either). */
    public <T> List<T> listFromTree(JsonValue value, Class<T> elementType) {
        if (value == JsonNull.NULL) {
            return List.of();
        }
        try {
            List<T> list = mapper.readValue(
                    value.toJson(), mapper.getTypeFactory().constructCollectionType(List.class, elementType));
            return List.copyOf(list);
        } catch (JacksonException e) {
            throw unfit(e, elementType);
        }
    }

    /** The object as a tree. */
    public JsonValue toTree(Object value) {
        return JsonValue.parse(mapper.writeValueAsString(value), JsonLimits.DEFAULT);
    }

    /** The object as compact JSON, {@code < > &} escaped as Go does. */
    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    private static MalformedJsonException unfit(JacksonException e, Class<?> type) {
        return new MalformedJsonException(
                "Not a " + type.getSimpleName() + ": " + JsonText.excerpt(e.getOriginalMessage()),
                e.getLocation() == null ? -1 : e.getLocation().getCharOffset(),
                e);
    }
}
