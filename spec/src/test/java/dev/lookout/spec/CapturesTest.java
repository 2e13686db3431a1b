package dev.lookout.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Recorded traffic of a real node, where it lies beside the checkout, fits the documents. */
class CapturesTest {

    private static final String OPENRPC = "vite/openrpc.json";
    private static final Path CAPTURES = Path.of(
                    System.getProperty("lookout.root", ".."), "../shared/captures/vite-node")
            .normalize();

    private final Documents documents = Documents.load();
    private final SchemaCatalog catalog = new SchemaCatalog(documents);
    private final ErrorTable errors = new ErrorTable(documents);
    private final Map<String, Integer> methods = new HashMap<>();

    @BeforeEach
    void setUp() {
        Assumptions.assumeTrue(
                Files.isDirectory(CAPTURES), () -> "SKIPPED: no recorded traffic of a real node at " + CAPTURES);
        JsonNode all = documents.get(OPENRPC).get("methods");
        for (int i = 0; i < all.size(); i++) {
            methods.put(all.get(i).get("name").asString(), i);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ws-current", "ws-addresses", "ws-create-names", "ws-v1-names", "http-polling", "http-ledger"})
    void everyFrameFitsItsSchema(String name) throws IOException {
        List<JsonNode> lines = lines(name);
        List<String> complaints = complaints(lines);

        assertThat(complaints).isEmpty();
        assertThat(lines).hasSizeGreaterThan(100);
    }

    @Test
    void aFrameThatDoesNotFitIsFound() throws IOException {
        List<String> texts = Files.readAllLines(CAPTURES.resolve("ws-current.jsonl"));
        var damaged = new ArrayList<JsonNode>();
        for (String text : texts) {
            damaged.add(Documents.JSON.readTree(text.replace("\\\"height\\\":\\\"12\\\"", "\\\"height\\\":12")));
        }

        assertThat(complaints(damaged))
                .isNotEmpty()
                .allSatisfy(complaint -> assertThat(complaint).contains("height"));
    }

    @Test
    void everyLineOfTheChainFitsTheRecordingSchema() throws IOException {
        List<JsonNode> lines = lines("chain");
        assertThat(lines)
                .hasSizeGreaterThan(500)
                .allSatisfy(line -> assertThat(
                                catalog.complaints("schemas/recording/ViteRecordingLine.union.json", "", line))
                        .isEmpty());
    }

    /** Every answer to a wrong message is the error that the golden list names for it, and the connection ends when the table says so. */
    @ParameterizedTest
    @ValueSource(strings = {"ws-errors", "http-errors"})
    @Tag("VITE-ERROR-2")
    @Tag("VITE-CLOSE-1")
    @Tag("VITE-CLOSE-2")
    void everyWrongMessageIsAnsweredAsTheTableSays(String name) throws IOException {
        WrongMessages golden = WrongMessages.load();
        String transport = name.startsWith("ws") ? "ws" : "http";
        String sent = "";
        String expected = "";
        int seen = 0;
        for (JsonNode line : lines(name)) {
            String text = line.path("payload").asString("");
            switch (line.get("dir").asString()) {
                case "send" -> {
                    sent = text;
                    expected = "";
                }
                case "recv" -> {
                    if (!text.startsWith("{")) {
                        continue;
                    }
                    JsonNode answer = Documents.JSON.readTree(text);
                    JsonNode entry = golden.find(sent, transport).orElse(null);
                    if (answer.has("error")) {
                        assertThat(entry).as("the golden list has %s", sent).isNotNull();
                        expected = entry.path("error").asString("");
                        assertThat(errors.complaints(expected, answer, transport))
                                .as(sent)
                                .isEmpty();
                        assertThat(errors.candidates(answer, transport)).contains(expected);
                        seen++;
                    } else if (entry != null) {
                        assertThat(entry.has("result")).as(sent).isTrue();
                    }
                }
                case "close" -> {
                    boolean byServer = line.get("by").asString().equals("server");
                    boolean ends = sent.isEmpty() || (!expected.isEmpty() && errors.closes(expected));
                    assertThat(byServer).as("closed after %s", sent).isEqualTo(ends);
                }
                default -> {}
            }
        }
        assertThat(seen).isGreaterThan(40);
    }

    private List<String> complaints(List<JsonNode> lines) {
        var complaints = new ArrayList<String>();
        var asked = new HashMap<String, JsonNode>();
        var eventOf = new HashMap<String, JsonNode>();
        for (JsonNode line : lines) {
            String direction = line.get("dir").asString();
            if (!direction.equals("send") && !direction.equals("recv")) {
                continue;
            }
            JsonNode message = Documents.JSON.readTree(line.get("payload").asString());
            if (direction.equals("send")) {
                asked.put(message.get("id").toString(), message);
                complaints.addAll(request(message));
            } else if (message.has("id")) {
                complaints.addAll(reply(known(asked, message.get("id").toString()), message, eventOf, transport(line)));
            } else {
                JsonNode event =
                        known(eventOf, message.at("/params/subscription").asString());
                complaints.addAll(callback(message, event));
            }
        }
        return complaints;
    }

    private List<String> request(JsonNode message) {
        var complaints = new ArrayList<String>();
        int method = known(methods, message.get("method").asString());
        for (int i = 0; i < message.path("params").size(); i++) {
            complaints.addAll(catalog.complaints(
                    OPENRPC,
                    "/methods/" + method + "/params/" + i + "/schema",
                    message.get("params").get(i)));
        }
        return complaints;
    }

    private List<String> reply(JsonNode request, JsonNode reply, Map<String, JsonNode> eventOf, String transport) {
        String name = request.get("method").asString();
        JsonNode method = documents.get(OPENRPC).get("methods").get(known(methods, name));
        if (reply.has("error")) {
            List<String> known = method.path("errors")
                    .valueStream()
                    .map(error -> error.get("$ref").asString().replaceFirst(".*/", ""))
                    .toList();
            return errors.candidates(reply, transport).stream().anyMatch(known::contains)
                    ? List.of()
                    : List.of(name + " does not have the error " + reply.get("error"));
        }
        var complaints = new ArrayList<>(catalog.complaints(
                OPENRPC, "/methods/" + known(methods, name) + "/result/schema", reply.get("result")));
        JsonNode events = documents.get(OPENRPC).get("x-lookout-events");
        JsonNode extension = method.get("x-lookout");
        switch (extension.get("operation").asString()) {
            case "subscribe" ->
                eventOf.put(
                        reply.get("result").asString(),
                        events.get(request.at("/params/0").asString()));
            case "newFilter" -> eventOf.put(reply.get("result").asString(), filterEvent(events, extension));
            case "getChanges" ->
                complaints.addAll(changes(
                        reply.get("result"),
                        known(eventOf, request.at("/params/0").asString())));
            default -> {}
        }
        return complaints;
    }

    private static JsonNode filterEvent(JsonNode events, JsonNode method) {
        String event = events.get(method.get("event").asString()).get("event").asString();
        return events.valueStream()
                .filter(row -> row.get("event").asString().equals(event))
                .filter(row -> row.get("generation").equals(method.get("generation")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> changes(JsonNode changes, JsonNode event) {
        JsonNode results = changes.get("result");
        if (results.isEmpty()) {
            String expected = event.get("emptyPoll").asString();
            return results.toString().equals(expected)
                    ? List.of()
                    : List.of("an empty poll is " + results + ", not " + expected);
        }
        return elements(results, event);
    }

    private List<String> callback(JsonNode message, JsonNode event) {
        var complaints = new ArrayList<String>();
        if (message.at("/params/result").isEmpty()) {
            complaints.add("an empty callback");
        }
        if (!message.path("method").asString("").equals("subscribe_subscription")) {
            complaints.add("no callback: " + message);
        }
        complaints.addAll(elements(message.at("/params/result"), event));
        return complaints;
    }

    private List<String> elements(JsonNode results, JsonNode event) {
        String schema = "schemas/vite/" + event.get("payload").asString() + ".json";
        return results.valueStream()
                .flatMap(result -> catalog.complaints(schema, "", result).stream())
                .toList();
    }

    private static <V> V known(Map<String, V> map, String key) {
        V value = map.get(key);
        if (value == null) {
            throw new AssertionError("the recording has " + key + ", which nothing before it made known");
        }
        return value;
    }

    private static String transport(JsonNode line) {
        return line.get("transport").asString();
    }

    private static List<JsonNode> lines(String name) throws IOException {
        return Files.readAllLines(CAPTURES.resolve(name + ".jsonl")).stream()
                .map(Documents.JSON::readTree)
                .toList();
    }
}
