package dev.lookout.spec;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Validates values against any schema of any document, given by the document's path and a pointer.
 *
 * <p>Schemas of their own are 2020-12, as they say. Those inside AsyncAPI and OpenRPC documents are read as draft 7, because the tools for these documents do so;
 * OpenAPI 3.1 uses 2020-12.
 */
final class SchemaCatalog {

    private static final String BASE = "https://lookout.dev/spec/";

    private final SchemaRegistry draft7;
    private final SchemaRegistry draft2020;
    private final Map<String, Schema> schemas = new HashMap<>();

    SchemaCatalog(Documents documents) {
        draft7 = registry(documents, SpecificationVersion.DRAFT_7);
        draft2020 = registry(documents, SpecificationVersion.DRAFT_2020_12);
    }

    private static SchemaRegistry registry(Documents documents, SpecificationVersion version) {
        return SchemaRegistry.withDefaultDialect(
                version, builder -> builder.schemas(location -> text(documents, location)));
    }

    private static @Nullable String text(Documents documents, String location) {
        JsonNode document =
                location.startsWith(BASE) ? documents.byPath().get(location.substring(BASE.length())) : null;
        if (document == null) {
            return null;
        }
        // An AsyncAPI document's id is not the id of a schema, which is what an old dialect would take it for.
        return document.has("asyncapi")
                ? ((ObjectNode) document.deepCopy()).without("id").toString()
                : document.toString();
    }

    /** What is wrong with the value, in words; empty when it fits. */
    List<String> complaints(String path, String pointer, JsonNode value) {
        return schema(path, pointer).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private Schema schema(String path, String pointer) {
        return schemas.computeIfAbsent(path + "#" + pointer, key -> {
            boolean draft7Document = path.endsWith("asyncapi.yaml") || path.endsWith("openrpc.json");
            return (draft7Document ? draft7 : draft2020)
                    .getSchema(SchemaLocation.of(BASE + path + "#" + pointer.replace("%", "%25")));
        });
    }
}
