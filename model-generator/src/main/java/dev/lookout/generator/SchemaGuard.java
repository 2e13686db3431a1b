package dev.lookout.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.jsonschema2pojo.exception.GenerationException;

/**
 * Refuses schemas that say what a generated class would silently lose: {@code allOf}, unions, defaults, inline objects.
 *
 * <p>Keywords that only narrow values ({@code pattern}, {@code minimum}) pass: validators enforce them, classes need not. A
 * schema with {@code existingJavaType} may say anything: its class is written by hand.
 */
final class SchemaGuard {
    private static final Set<String> OF_CLASSES = Set.of(
            "$schema",
            "$id",
            "$comment",
            "title",
            "description",
            "type",
            "properties",
            "required",
            "deprecated",
            "examples",
            "javaInterfaces");
    private static final Set<String> OF_PROPERTIES = Set.of(
            "$schema",
            "$id",
            "$comment",
            "$ref",
            "title",
            "description",
            "type",
            "format",
            "const",
            "items",
            "anyOf",
            "additionalProperties",
            "propertyNames",
            "pattern",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "examples",
            "deprecated",
            "existingJavaType",
            "oneOf");

    private SchemaGuard() {}

    static void checkClass(String where, JsonNode schema) {
        check(where, schema, OF_CLASSES);
        schema.path("required").forEach(name -> {
            if (!schema.path("properties").has(name.asText())) {
                throw refused(where, "requires \"" + name.asText() + "\", which is no property of it");
            }
        });
    }

    static void checkProperty(String where, JsonNode schema) {
        if (schema.has("existingJavaType")) {
            return;
        }
        if (schema.has("properties")) {
            throw refused(where, "holds an object in line; give it a file of its own");
        }
        check(where, schema, OF_PROPERTIES);
        if (schema.has("oneOf")) {
            throw refused(where, "has a oneOf without existingJavaType");
        }
    }

    static GenerationException refused(String where, String why) {
        return new GenerationException("Schema " + where + " " + why + ".");
    }

    private static void check(String where, JsonNode schema, Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        schema.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw refused(where, "has keywords that the generator would lose: " + unknown);
        }
    }
}
