package dev.lookout.model;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads any value into {@link RawJson}; a JSON {@code null} is a value too. */
final class RawJsonReader extends ValueDeserializer<RawJson> {
    @Override
    public RawJson deserialize(JsonParser parser, DeserializationContext context) {
        return RawJson.read(parser);
    }

    @Override
    public RawJson getNullValue(DeserializationContext context) {
        return RawJson.NULL;
    }
}
