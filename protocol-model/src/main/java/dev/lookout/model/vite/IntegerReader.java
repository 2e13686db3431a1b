package dev.lookout.model.vite;

import dev.lookout.model.ExactIntegers;
import java.math.BigInteger;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads an integer from a JSON number in any integral spelling or from decimal text, exactly. */
final class IntegerReader extends ValueDeserializer<BigInteger> {
    @Override
    public BigInteger deserialize(JsonParser parser, DeserializationContext context) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> ExactIntegers.parse(parser.getString());
            default -> context.reportInputMismatch(BigInteger.class, "an integer is neither a number nor a text");
        };
    }
}
