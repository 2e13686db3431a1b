package dev.lookout.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.chain.Pace;
import dev.lookout.gateway.vite.RecordedViteSource;
import dev.lookout.gateway.vite.UndoOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A recording of a real node, replayed at full speed over real sockets, against an independent reading of its rows. */
class RecordedReplayTest {
    @Test
    @Tag("VITE-CASE-48")
    @Tag("VITE-ORDER-1")
    void everyMessageOfTheRecordingArrivesOnceInOrderOnEachSubscription() throws Exception {
        Path captures = captures();
        replayAndCompare(captures.resolve("chain.jsonl"), subscriptions(captures.resolve("ws-current.jsonl")), 12);
    }

    @Test
    void soItDoesOnTheStreamsOfEveryAddress() throws Exception {
        Path captures = captures();
        replayAndCompare(captures.resolve("chain.jsonl"), subscriptions(captures.resolve("ws-addresses.jsonl")), 16);
    }

    private static void replayAndCompare(Path recording, List<JsonNode> subscriptions, int count) throws Exception {
        assertThat(subscriptions).hasSize(count);
        var source = RecordedViteSource.of(recording, Pace.MAX, UndoOrder.NEWEST_FIRST);
        var options = GatewayOptions.builder().port(0).waitFor(count).viteSource(source);
        var reading = new StraightReading(recording);
        try (Gateway gateway = Gateway.start(options.build());
                var client = new RawViteClient(gateway.port(), "/vite")) {
            Map<String, JsonNode> byId = new HashMap<>();
            Map<String, Integer> wanted = new HashMap<>();
            for (JsonNode params : subscriptions) {
                String id = client.subscribe(params.toString());
                byId.put(id, params);
                wanted.put(id, reading.expected(params).size());
            }

            client.awaitResults(wanted);

            assertThat(client.isSilent()).isTrue();
            byId.forEach((id, params) -> assertThat(client.results(id).stream().map(JsonNode::toString))
                    .as("%s", params)
                    .containsExactlyElementsOf(reading.expected(params)));
            assertThat(client.callbackSizes()).allMatch(size -> size >= 1 && size <= 128);
        }
    }

    /** The params of each subscribe request that a traffic file holds. */
    private static List<JsonNode> subscriptions(Path traffic) throws Exception {
        var found = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(traffic)) {
            JsonNode row = RawViteClient.json(line);
            if (row.get("dir").asString().equals("send")) {
                JsonNode request = RawViteClient.json(row.get("payload").asString());
                if (request.get("method").asString().equals("subscribe_subscribe")) {
                    found.add(request.get("params"));
                }
            }
        }
        return found;
    }

    private static Path captures() {
        Path captures = Path.of(System.getProperty("lookout.root", "."), "../shared/captures/vite-node")
                .normalize();
        Assumptions.assumeTrue(
                Files.isDirectory(captures), "SKIPPED: no captures of a real node at " + captures.toAbsolutePath());
        return captures;
    }
}
