package dev.lookout.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The golden messages fit their schemas, and the wrong ones the table of errors. */
class GoldenMessagesTest {

    private final Documents documents = Documents.load();
    private final SchemaCatalog catalog = new SchemaCatalog(documents);
    private final ErrorTable errors = new ErrorTable(documents);

    @Test
    void everyGoldenMessageFitsItsSchema() throws IOException {
        int seen = 0;
        for (Path file : messageFiles()) {
            String family = file.getName(file.getNameCount() - 2).toString();
            String schema = file.getFileName().toString().replace(".jsonl", ".json");
            for (String line : Files.readAllLines(file)) {
                assertThat(catalog.complaints("schemas/" + family + "/" + schema, "", Documents.JSON.readTree(line)))
                        .as("%s: %s", file, line)
                        .isEmpty();
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(40);
    }

    @Test
    @Tag("VITE-ERROR-2")
    void everyWrongMessageHasItsErrorInTheTable() {
        assertThat(WrongMessages.load().entries()).hasSizeGreaterThan(50).allSatisfy(entry -> {
            if (entry.has("error")) {
                String key = entry.get("error").asString();
                String id = errors.row(key).get("idPresent").asBoolean() ? "\"id\":1," : "";
                JsonNode answer = Documents.JSON.readTree("{\"jsonrpc\":\"2.0\"," + id + "\"error\":{\"code\":"
                        + errors.row(key).get("code") + ",\"message\":" + entry.get("message") + "}}");
                String transport = entry.get("transport").asString().equals("ws") ? "ws" : "http";
                assertThat(errors.complaints(key, answer, transport))
                        .as(entry.toString())
                        .isEmpty();
            } else {
                assertThat(documents.byPath())
                        .containsKey("schemas/vite/" + entry.get("result").asString() + ".json");
            }
        });
    }

    @Test
    void recordingsInTheReadmeFitTheirSchemas() throws IOException {
        List<String> lines;
        try (Stream<String> all = Files.lines(Documents.root().resolve("recording/README.md"))) {
            lines = all.filter(line -> line.startsWith("{")).toList();
        }
        assertThat(lines).hasSize(5).allSatisfy(line -> {
            String kind = Documents.JSON.readTree(line).get("kind").asString();
            String family = kind.equals("meta") || kind.equals("block") ? "Evm" : "Vite";
            String schema = "schemas/recording/" + family + "RecordingLine.union.json";
            assertThat(catalog.complaints(schema, "", Documents.JSON.readTree(line)))
                    .isEmpty();
        });
    }

    @Test
    void anAnswerThatIsNotTheErrorIsFound() {
        JsonNode noId = Documents.JSON.readTree(
                "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32002,\"message\":\"filter not found\"}}");
        JsonNode otherCode = Documents.JSON.readTree(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":\"filter not found\"}}");
        JsonNode otherText = Documents.JSON.readTree(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32002,\"message\":\"no such filter\"}}");

        assertThat(errors.complaints("FilterNotFound", noId, "http"))
                .singleElement()
                .asString()
                .contains("id");
        assertThat(errors.complaints("FilterNotFound", otherCode, "http"))
                .singleElement()
                .asString()
                .contains("code");
        assertThat(errors.complaints("FilterNotFound", otherText, "http"))
                .singleElement()
                .asString()
                .contains("text");
        assertThat(errors.complaints("SubscriptionNotFound", otherText, "http")).hasSize(2);
    }

    private static List<Path> messageFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Documents.root().resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .filter(file -> !file.endsWith("wrong-messages.jsonl"))
                    .toList();
        }
    }
}
