package dev.lookout.model.vigil;

import dev.lookout.model.ExactIntegers;
import dev.lookout.model.InvalidValueException;
import java.math.BigInteger;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads an integer from a JSON number in any integral spelling or from decimal text, exactly (VIGIL case C-09). */
final class QuantityReader extends ValueDeserializer<BigInteger> {
    @Override
    public BigInteger deserialize(JsonParser parser, DeserializationContext context) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> ExactIntegers.parse(parser.getString());
            default -> throw InvalidValueException.form("an integer", String.valueOf(parser.currentToken()), 0);
        };
    }
}
