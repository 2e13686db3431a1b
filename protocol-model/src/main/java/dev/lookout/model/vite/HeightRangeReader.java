package dev.lookout.model.vite;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a range; JSON {@code null} stands for one without bounds (VITE section 2.3). */
final class HeightRangeReader extends ValueDeserializer<HeightRange> {
    @Override
    public HeightRange deserialize(JsonParser parser, DeserializationContext context) {
        HeightRange.Wire wire = context.readValue(parser, HeightRange.Wire.class);
        return new HeightRange(wire.fromHeight(), wire.toHeight());
    }

    @Override
    public HeightRange getNullValue(DeserializationContext context) {
        return HeightRange.ALL;
    }
}
