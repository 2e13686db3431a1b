package dev.lookout.model.vigil;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Tells the two forms of {@link InputData} apart: a list is decoded, a text is raw. */
final class InputDataReader extends ValueDeserializer<InputData> {
    @Override
    public InputData deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return new InputData.RawInput(parser.getString());
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return context.reportInputMismatch(InputData.class, "input_data is neither a list nor a text");
        }
        List<DecodedParameter> parameters = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parameters.add(context.readValue(parser, DecodedParameter.class));
        }
        return new InputData.DecodedInput(parameters);
    }
}
