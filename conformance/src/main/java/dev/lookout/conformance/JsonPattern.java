package dev.lookout.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares JSON with a pattern. In a pattern, <code>"${name}"</code> stands for the value of that name or, where there is none
 * yet, takes what is there as its value; <code>"${*}"</code> is anything; a text that begins with {@code ~} is a regular expression for
 * a whole text. Everything else stands for itself. Numbers are compared by spelling.
 *
 * <p>Exact: same members in the same order. Subset: the pattern's members, in any order, among others.
 */
final class JsonPattern {
    private static final String ANYTHING = "*";

    private final Values values;
    private final boolean exact;

    private JsonPattern(Values values, boolean exact) {
        this.values = values;
        this.exact = exact;
    }

    static JsonPattern exact(Values values) {
        return new JsonPattern(values, true);
    }

    static JsonPattern subset(Values values) {
        return new JsonPattern(values, false);
    }

    /** Where and how the two differ; empty if they do not. */
    Optional<String> difference(JsonNode pattern, JsonNode actual) {
        return difference("$", pattern, actual);
    }

    private Optional<String> difference(String path, JsonNode pattern, JsonNode actual) {
        Optional<String> name = Values.placeholder(pattern);
        if (name.isPresent()) {
            return named(path, name.get(), actual);
        }
        if (pattern instanceof ObjectNode object) {
            return object(path, object, actual);
        }
        if (pattern instanceof ArrayNode array) {
            return array(path, array, actual);
        }
        if (pattern.isString()) {
            return text(path, values.expand(pattern.asString()), actual);
        }
        boolean same = pattern.getNodeType() == actual.getNodeType()
                && pattern.asString().equals(actual.asString());
        return same ? Optional.empty() : differ(path, pattern.toString(), actual);
    }

    private Optional<String> named(String path, String name, JsonNode actual) {
        if (name.equals(ANYTHING)) {
            return Optional.empty();
        }
        Optional<JsonNode> value = values.find(name);
        if (value.isEmpty()) {
            values.bind(name, actual);
            return Optional.empty();
        }
        return difference(path, value.get(), actual);
    }

    private Optional<String> text(String path, String wanted, JsonNode actual) {
        boolean same = actual.isString()
                && (wanted.startsWith("~")
                        ? Pattern.matches(wanted.substring(1), actual.asString())
                        : wanted.equals(actual.asString()));
        return same ? Optional.empty() : differ(path, '"' + wanted + '"', actual);
    }

    private Optional<String> object(String path, ObjectNode pattern, JsonNode actual) {
        if (!actual.isObject()) {
            return differ(path, "an object", actual);
        }
        List<String> wanted =
                pattern.propertyNames().stream().map(values::expand).toList();
        List<String> found = new ArrayList<>(actual.propertyNames());
        if (exact && !wanted.equals(found)) {
            return Optional.of("at " + path + ": members " + found + ", wanted " + wanted);
        }
        for (String rawName : pattern.propertyNames()) {
            String name = values.expand(rawName);
            JsonNode value = actual.get(name);
            if (value == null) {
                return Optional.of("at " + path + ": no member " + name + " among " + found);
            }
            Optional<String> difference = difference(path + '.' + name, pattern.required(rawName), value);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> array(String path, ArrayNode pattern, JsonNode actual) {
        if (!actual.isArray()) {
            return differ(path, "an array", actual);
        }
        if (pattern.size() != actual.size()) {
            return differ(path, pattern.size() + " elements", actual);
        }
        for (int i = 0; i < pattern.size(); i++) {
            Optional<String> difference = difference(path + '[' + i + ']', pattern.required(i), actual.required(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> differ(String path, String wanted, JsonNode actual) {
        return Optional.of("at " + path + ": wanted " + wanted + ", found " + actual);
    }
}
