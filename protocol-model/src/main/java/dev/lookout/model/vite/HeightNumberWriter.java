package dev.lookout.model.vite;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a height as JSON number, where the protocol wants that. */
final class HeightNumberWriter extends ValueSerializer<Height> {
    @Override
    public void serialize(Height value, JsonGenerator generator, SerializationContext context) {
        if (value.longBits() >= 0) {
            generator.writeNumber(value.longBits());
        } else {
            generator.writeNumber(value.toBigInteger());
        }
    }
}
