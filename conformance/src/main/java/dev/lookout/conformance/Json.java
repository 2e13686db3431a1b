package dev.lookout.conformance;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The two mappers: what is on the wire, and what people write. */
final class Json {
    private static final ObjectMapper WIRE = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper PRETTY = JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    private Json() {}

    /** The value, if the text is one JSON value. */
    static Optional<JsonNode> read(String text) {
        try {
            JsonNode node = WIRE.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static JsonNode yaml(String name, String text) {
        try {
            return YAML.readTree(text);
        } catch (JacksonException e) {
            throw new InvalidScenarioException(name + " is no YAML: " + e.getOriginalMessage(), e);
        }
    }

    static String pretty(JsonNode node) {
        return PRETTY.writeValueAsString(node);
    }
}
