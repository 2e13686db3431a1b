package dev.lookout.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names of one scenario run: given in its file, captured from an answer, or made by a chain step. A text that is nothing
 * but <code>${name}</code> stands for the value itself; inside a longer text, or as an object's key, it stands for the value's text.
 *
 * <p>Thread: the run's.
 */
final class Values {
    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");

    private final Map<String, JsonNode> bound = new LinkedHashMap<>();

    Values(Map<String, JsonNode> given) {
        given.forEach((name, value) -> bound.put(name, value));
    }

    void bind(String name, JsonNode value) {
        bound.put(name, value);
    }

    void bind(String name, String value) {
        bound.put(name, JsonNodeFactory.instance.stringNode(value));
    }

    Optional<JsonNode> find(String name) {
        return Optional.ofNullable(bound.get(name)).map(this::expand);
    }

    /** The name inside a text that is nothing but a placeholder. */
    static Optional<String> placeholder(JsonNode node) {
        if (!node.isString()) {
            return Optional.empty();
        }
        Matcher matcher = NAME.matcher(node.asString());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The same with every name replaced. */
    JsonNode expand(JsonNode template) {
        Optional<String> name = placeholder(template);
        if (name.isPresent()) {
            return require(name.get());
        }
        if (template.isString()) {
            return JsonNodeFactory.instance.stringNode(expand(template.asString()));
        }
        if (template instanceof ArrayNode array) {
            ArrayNode out = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> out.add(expand(element)));
            return out;
        }
        if (template instanceof ObjectNode object) {
            ObjectNode out = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> out.set(expand(member.getKey()), expand(member.getValue())));
            return out;
        }
        return template;
    }

    String expand(String template) {
        return NAME.matcher(template).replaceAll(found -> {
            JsonNode value = require(found.group(1));
            return Matcher.quoteReplacement(value.isString() ? value.asString() : value.toString());
        });
    }

    private JsonNode require(String name) {
        return find(name).orElseThrow(() -> new InvalidScenarioException("${" + name + "} stands for nothing here"));
    }
}
