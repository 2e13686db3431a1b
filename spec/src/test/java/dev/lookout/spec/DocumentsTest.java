package dev.lookout.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents are sound; and each check, fed something broken, says so. */
class DocumentsTest {

    private static final String SNAPSHOT = "schemas/vite/SnapshotBlockMessage.json";
    private static final Documents DOCUMENTS = Documents.load();

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(new ReferenceCheck(DOCUMENTS).complaints()).isEmpty();
    }

    @Test
    void aDanglingReferenceIsFound() {
        Documents file = edited(
                SNAPSHOT, s -> ((ObjectNode) s.get("properties")).putObject("x").put("$ref", "Nowhere.json"));
        Documents pointer = edited(
                "vite/openrpc.json",
                d -> at(d, "/methods/0/result/schema").put("$ref", "#/components/schemas/Nothing"));

        assertThat(new ReferenceCheck(file).complaints())
                .singleElement()
                .asString()
                .contains("Nowhere.json");
        assertThat(new ReferenceCheck(pointer).complaints())
                .singleElement()
                .asString()
                .contains("Nothing");
    }

    @Test
    void everySchemaIsValid202012() {
        var metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(DOCUMENTS.paths("schemas/")).hasSizeGreaterThan(40).allSatisfy(path -> {
            JsonNode schema = DOCUMENTS.get(path);
            assertThat(schema.path("$schema").asString("")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(schema.path("title").asString("")).isEqualTo(path.replaceAll(".*/|\\.json|\\.union", ""));
            assertThat(schema.path("description").asString("")).isNotEmpty();
            assertThat(metaSchema.validate(schema)).isEmpty();
        });
        assertThat(metaSchema.validate(Documents.JSON.readTree("{\"type\": \"text\"}")))
                .isNotEmpty();
    }

    @Test
    void everyExampleFitsItsSchema() {
        var check = new ExampleCheck(DOCUMENTS);

        assertThat(check.complaints()).isEmpty();
        assertThat(check.seen()).isGreaterThan(150);
    }

    @Test
    void anExampleThatDoesNotFitIsFound() {
        var edits = new LinkedHashMap<String, Consumer<JsonNode>>();
        edits.put(
                "vigil/asyncapi.yaml",
                d -> at(d, "/components/messages/event/examples/0/payload").put("txHash", "0x12"));
        edits.put(
                "vite/openrpc.json", d -> at(d, "/methods/0/examples/0/result").put("value", 7));
        edits.put(
                "vite/openapi.yaml",
                d -> at(d, "/components/requestBodies/Rpc/content/application~1json/examples/poll/value")
                        .remove("id"));
        edits.put("schemas/vite/Height.json", d -> ((ArrayNode) d.get("examples")).add("-1"));

        edits.forEach((path, edit) -> assertThat(new ExampleCheck(edited(path, edit), List.of(path)).complaints())
                .isNotEmpty());
        Documents without = edited("vite/openrpc.json", d -> at(d, "/methods/3").remove("examples"));
        assertThat(new ExampleCheck(without, List.of("vite/openrpc.json")).complaints())
                .isNotEmpty();
    }

    @Test
    void theGeneratorKeepsEveryKeyword() {
        var check = new GeneratorCheck(DOCUMENTS);

        assertThat(check.complaints()).isEmpty();
        assertThat(check.generated()).hasSizeGreaterThan(40).noneMatch(path -> path.contains("union"));
    }

    @Test
    void whatTheGeneratorWouldLoseIsFound() {
        for (String keyword : new String[] {
            "allOf",
            "oneOf",
            "anyOf",
            "not",
            "if",
            "then",
            "prefixItems",
            "patternProperties",
            "dependentRequired",
            "dependentSchemas",
            "unevaluatedProperties",
            "unevaluatedItems",
            "default",
            "contains",
            "$defs"
        }) {
            Documents top = edited(SNAPSHOT, s -> ((ObjectNode) s).putArray(keyword));
            Documents deep = edited(SNAPSHOT, s -> ((ObjectNode) s.at("/properties/removed")).putArray(keyword));

            assertThat(new GeneratorCheck(top).complaints())
                    .singleElement()
                    .asString()
                    .contains(keyword);
            assertThat(new GeneratorCheck(deep).complaints())
                    .singleElement()
                    .asString()
                    .contains(keyword);
        }
    }

    @Test
    void theTablesNameOnlyWhatThereIs() {
        var tables = new DocumentTables(DOCUMENTS);

        assertThat(tables.complaints()).isEmpty();
        assertThat(tables.ruleIds()).hasSizeGreaterThan(250);
    }

    @Test
    void aTableThatNamesSomethingUnknownIsFound() {
        Documents state = edited(
                "vigil/asyncapi.yaml",
                d -> at(d, "/x-lookout-states/server/transitions/0").put("to", "LIMBO"));
        Documents close =
                edited("vigil/asyncapi.yaml", d -> at(d, "/x-lookout-stimuli/1").put("close", "gently"));
        Documents rule = edited(
                "vite/asyncapi.yaml", d -> at(d, "/x-lookout-timers/filterIdle").put("rule", "VITE-FILTER-99"));
        Documents kind = edited(
                "vite/openrpc.json",
                d -> ((ObjectNode) method(d, "ledger_getVmLogs").at("/x-lookout/parameters/0")).put("kind", "thing"));
        Documents text = edited(
                "vite/openrpc.json",
                d -> at(d, "/x-lookout-errors/FilterNotFound").put("message", "^gone$"));
        Documents twice = edited("vite/rules.yaml", d -> ((ArrayNode) d.get("rules")).add(d.at("/rules/0")));

        for (Documents broken : new Documents[] {state, close, rule, kind, text, twice}) {
            assertThat(new DocumentTables(broken).complaints()).isNotEmpty();
        }
    }

    @Test
    void everyNameOfTheProtocolIsThere() {
        JsonNode openrpc = DOCUMENTS.get("vite/openrpc.json");
        assertThat(openrpc.get("methods").valueStream().map(m -> m.get("name").asString()))
                .contains(
                        "subscribe_subscribe",
                        "subscribe_unsubscribe",
                        "subscribe_getLogs",
                        "rpc_modules",
                        "subscribe_getChangesByFilterId",
                        "subscribe_getFilterChanges",
                        "subscribe_uninstallFilter",
                        "subscribe_createVmLogFilter",
                        "subscribe_newOnroadBlocksByAddrFilter",
                        "ledger_getChunksV2");
        assertThat(openrpc.get("x-lookout-events").propertyNames())
                .hasSize(15)
                .contains("createVmlogSubscription")
                .doesNotContain("createVmLogSubscription");
    }

    private static JsonNode method(JsonNode openrpc, String name) {
        return openrpc.get("methods")
                .valueStream()
                .filter(m -> m.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode at(JsonNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    private static Documents edited(String path, Consumer<JsonNode> edit) {
        JsonNode copy = DOCUMENTS.get(path).deepCopy();
        edit.accept(copy);
        return DOCUMENTS.with(path, copy);
    }
}
