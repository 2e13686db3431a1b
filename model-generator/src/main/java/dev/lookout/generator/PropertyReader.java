package dev.lookout.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.codemodel.JClass;
import com.sun.codemodel.JCodeModel;
import com.sun.codemodel.JPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsonschema2pojo.Schema;
import org.jsonschema2pojo.rules.RuleFactory;
import org.jspecify.annotations.Nullable;

/** Reads the properties of one object schema; classes that they refer to are generated on the way. */
final class PropertyReader {
    private static final String RAW_JSON = "dev.lookout.model.RawJson";

    private final RuleFactory factory;
    private final ValueFormats formats;
    private final JPackage target;
    private final JCodeModel model;

    PropertyReader(RuleFactory factory, ValueFormats formats, JPackage target) {
        this.factory = factory;
        this.formats = formats;
        this.target = target;
        this.model = target.owner();
    }

    List<Property> read(String className, JsonNode node, Schema schema) {
        SchemaGuard.checkClass(className, node);
        List<String> required = new ArrayList<>();
        node.path("required").forEach(name -> required.add(name.asText()));
        List<Property> properties = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.path("properties").properties()) {
            String name = entry.getKey();
            properties.add(property(className + "." + name, name, entry.getValue(), required.contains(name), schema));
        }
        return properties;
    }

    private Property property(String where, String name, JsonNode node, boolean required, Schema schema) {
        Type type = type(where, node, schema);
        String constant = node.has("const") ? node.get("const").asText() : null;
        if (constant != null && !(required && type.javaType().fullName().equals("java.lang.String"))) {
            throw SchemaGuard.refused(where, "has a const that is no required text");
        }
        String description = node.path("description").asText();
        return new Property(
                name,
                Property.javaName(name),
                type.javaType(),
                constant != null ? Presence.CONSTANT : presence(type, required),
                constant,
                description,
                type.format());
    }

    private static Presence presence(Type type, boolean required) {
        if (!required) {
            return type.isContainer() ? Presence.EMPTY_IS_ABSENT : Presence.OPTIONAL;
        }
        if (!type.nullable()) {
            return Presence.ALWAYS;
        }
        return type.isContainer() ? Presence.NULL_OR_EMPTY : Presence.OR_NULL;
    }

    private record Type(
            JClass javaType, boolean nullable, @Nullable ValueFormat format) {
        boolean isContainer() {
            String name = javaType.erasure().fullName();
            return name.equals("java.util.List") || name.equals("java.util.Map");
        }
    }

    private Type type(String where, JsonNode node, Schema schema) {
        SchemaGuard.checkProperty(where, node);
        if (node.has("$ref")) {
            return referred(where, node, schema);
        }
        if (node.has("existingJavaType")) {
            return new Type(formats.ref(model, node.get("existingJavaType").asText()), false, null);
        }
        if (node.has("anyOf")) {
            return orNull(where, node.get("anyOf"), schema);
        }
        String jsonType = "";
        boolean nullable = false;
        for (JsonNode each : node.path("type").isArray() ? node.get("type") : List.of(node.path("type"))) {
            if (each.asText().equals("null")) {
                nullable = true;
            } else if (jsonType.isEmpty()) {
                jsonType = each.asText();
            } else {
                throw SchemaGuard.refused(where, "has more than one type besides null");
            }
        }
        return switch (jsonType) {
            case "string", "integer" ->
                value(where, jsonType, node.path("format").asText(), nullable);
            case "boolean" -> new Type(model.ref(Boolean.class), nullable, null);
            case "array" -> new Type(list(where, node, schema), nullable, null);
            case "object" -> new Type(map(where, node, schema), nullable, null);
            case "" -> new Type(formats.ref(model, RAW_JSON), nullable, null);
            default -> throw SchemaGuard.refused(where, "has the type " + jsonType + ", which cannot be kept exactly");
        };
    }

    /** Another file: a class of its own, or a value whose schema is shared. */
    private Type referred(String where, JsonNode node, Schema schema) {
        String ref = node.get("$ref").asText();
        Schema target = factory.getSchemaStore()
                .create(schema, ref, factory.getGenerationConfig().getRefFragmentPathDelimiters());
        JsonNode content = target.getContent();
        if (content.has("properties") && !content.has("existingJavaType")) {
            return new Type(
                    (JClass) factory.getSchemaRule().apply(where, node, null, this.target, schema), false, null);
        }
        return type(where + " -> " + ref, content, target);
    }

    private Type orNull(String where, JsonNode alternatives, Schema schema) {
        if (alternatives.size() != 2
                || !alternatives.get(1).path("type").asText().equals("null")) {
            throw SchemaGuard.refused(where, "has an anyOf other than [something, null]");
        }
        Type type = type(where, alternatives.get(0), schema);
        return new Type(type.javaType(), true, type.format());
    }

    private Type value(String where, String jsonType, String format, boolean nullable) {
        if (format.isEmpty() && jsonType.equals("string")) {
            return new Type(model.ref(String.class), nullable, null);
        }
        ValueFormat value = format.isEmpty() ? ValueFormats.PLAIN_INTEGER : formats.find(format, jsonType);
        if (value == null) {
            throw SchemaGuard.refused(where, "has the unknown format " + format + " for type " + jsonType);
        }
        return new Type(formats.ref(model, value.javaType()), nullable, value);
    }

    private JClass list(String where, JsonNode node, Schema schema) {
        JsonNode items = node.path("items");
        return model.ref(List.class).narrow(type(where + "[]", items, schema).javaType());
    }

    private JClass map(String where, JsonNode node, Schema schema) {
        JsonNode keys = node.path("propertyNames");
        JsonNode values = node.path("additionalProperties");
        JClass key = keys.isObject() ? type(where + " keys", keys, schema).javaType() : model.ref(String.class);
        return model.ref(Map.class)
                .narrow(key, type(where + " values", values, schema).javaType());
    }
}
