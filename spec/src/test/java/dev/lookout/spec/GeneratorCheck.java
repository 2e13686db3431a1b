package dev.lookout.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Finds what the model generator would lose without a word.
 *
 * <p>Every schema under `schemas/vite` and `schemas/vigil` reaches the generator but those named `*.union.json`. There a schema may use only the keywords
 * that the generator turns into Java or that say nothing about the type. A union is allowed in two forms: "this or null" (`anyOf`), and under a Java type
 * written by hand (`existingJavaType`), which the generator takes as it is.
 */
final class GeneratorCheck {

    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "$id",
            "$ref",
            "title",
            "description",
            "type",
            "properties",
            "required",
            "items",
            "enum",
            "const",
            "additionalProperties",
            "propertyNames",
            "pattern",
            "format",
            "examples",
            "deprecated",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "existingJavaType",
            "javaInterfaces",
            "javaName",
            "x-null");

    private final Documents documents;

    GeneratorCheck(Documents documents) {
        this.documents = documents;
    }

    /** The schemas that reach the generator. */
    List<String> generated() {
        return documents.paths("schemas/vite/", "schemas/vigil/").stream()
                .filter(path -> !path.endsWith(".union.json"))
                .toList();
    }

    List<String> complaints() {
        var complaints = new ArrayList<String>();
        for (String path : generated()) {
            check(path, "", documents.get(path), complaints);
        }
        return complaints;
    }

    private void check(String path, String pointer, JsonNode schema, List<String> complaints) {
        if (!schema.isObject()) {
            return;
        }
        boolean byHand = schema.has("existingJavaType");
        for (var member : schema.properties()) {
            String keyword = member.getKey();
            String at = path + "#" + pointer + ": " + keyword;
            switch (keyword) {
                case "oneOf" -> {
                    if (!byHand) {
                        complaints.add(
                                at + " would become Object; give the union an existingJavaType or a *.union.json");
                    }
                }
                case "anyOf" -> {
                    if (!byHand && !isNullable(member.getValue())) {
                        complaints.add(at + " is only kept as [schema, null]");
                    }
                }
                default -> {
                    if (!KNOWN.contains(keyword)) {
                        complaints.add(at + " is lost by the generator");
                    }
                }
            }
        }
        for (var property : schema.path("properties").properties()) {
            check(path, Pointers.child(pointer + "/properties", property.getKey()), property.getValue(), complaints);
        }
        for (String single : List.of("items", "additionalProperties", "propertyNames")) {
            check(path, pointer + "/" + single, schema.path(single), complaints);
        }
        for (String union : List.of("anyOf", "oneOf")) {
            for (int i = 0; i < schema.path(union).size(); i++) {
                check(path, pointer + "/" + union + "/" + i, schema.path(union).get(i), complaints);
            }
        }
    }

    private static boolean isNullable(JsonNode alternatives) {
        return alternatives.size() == 2
                && Stream.of(alternatives.get(0), alternatives.get(1))
                                .filter(alternative ->
                                        alternative.path("type").asString("").equals("null"))
                                .count()
                        == 1;
    }
}
