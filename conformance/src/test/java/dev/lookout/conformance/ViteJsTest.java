package dev.lookout.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.Gateway;
import dev.lookout.gateway.GatewayOptions;
import dev.lookout.gateway.vite.DevOptions;
import dev.lookout.gateway.vite.DevViteSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** vite.js 2.3.19, unmodified, hears what a raw client hears: five topics by callbacks and by its polling loop, until {@code off()}. */
@Timeout(180)
class ViteJsTest {
    private static final int WANTED = 20;
    private static final HttpClient CLIENT = Runner.newClient();

    @ParameterizedTest
    @ValueSource(strings = {"ws", "http"})
    @Tag("VITE-CASE-42")
    @Tag("VITE-CASE-48")
    void viteJsHearsWhatARawClientHears(String scheme) throws Exception {
        var source = new DevViteSource(DevOptions.parse("rate=200,contracts=1,reorgs=0.1,seed=5"));
        String account = source.users().get(0).toString();
        String contract = source.contracts().get(0).toString();
        try (Gateway gateway = Gateway.start(GatewayOptions.builder()
                        .port(0)
                        .waitFor(10)
                        .viteSource(source)
                        .build());
                ClientProcess client = ClientProcess.node(
                        "vite.mjs", url(scheme, gateway), account, contract, String.valueOf(WANTED));
                var raw = new WebSocketPeer(CLIENT, URI.create(url("ws", gateway)), "raw", Duration.ofSeconds(30))) {
            JsonNode ready = client.next();
            assertThat(ready.path("modules").path("subscribe").asString(""))
                    .as("%s", ready)
                    .isNotEmpty();
            Map<String, String> topics = subscribe(raw, account, contract); // the chain starts with the tenth listener

            Map<String, List<JsonNode>> heard = new LinkedHashMap<>();
            JsonNode line = client.next();
            for (; line.has("topic"); line = client.next()) {
                line.path("results")
                        .forEach(
                                heard.computeIfAbsent(line.path("topic").asString(""), none -> new ArrayList<>())::add);
            }

            assertThat(line.path("later").asInt(-1)).as("results after off()").isZero();
            assertThat(client.end()).isZero();
            assertThat(heard).containsOnlyKeys(topics.keySet());
            for (Map.Entry<String, String> topic : topics.entrySet()) {
                List<JsonNode> results = heard.getOrDefault(topic.getKey(), List.of());
                assertThat(results.subList(0, WANTED)).as(topic.getKey()).isEqualTo(results(raw, topic.getValue()));
            }
            if (scheme.equals("http")) {
                assertUninstalled(gateway, ready.path("ready"));
            }
        }
    }

    private static String url(String scheme, Gateway gateway) {
        return scheme + "://127.0.0.1:" + gateway.port() + "/";
    }

    /** The same five, by raw requests: topic to subscription id. */
    private static Map<String, String> subscribe(WebSocketPeer raw, String account, String contract) {
        var params = new LinkedHashMap<String, String>();
        params.put("newSnapshotBlock", "");
        params.put("newAccountBlock", "");
        params.put("newAccountBlockByAddress", ",\"" + account + "\"");
        params.put("newUnreceivedBlockByAddress", ",\"" + account + "\"");
        params.put("newVmLog", ",{\"addressHeightRange\":{\"" + contract + "\":null}}");
        var ids = new LinkedHashMap<String, String>();
        params.forEach((topic, rest) -> {
            raw.send("{\"id\":1,\"method\":\"subscribe_subscribe\",\"params\":[\"" + topic + "\"" + rest + "]}");
            String reply =
                    raw.take("an id", frame -> frame.subscription().isEmpty()).text();
            ids.put(topic, Json.read(reply).orElseThrow().path("result").asString());
        });
        return ids;
    }

    private static List<JsonNode> results(WebSocketPeer raw, String id) {
        var all = new ArrayList<JsonNode>();
        while (all.size() < WANTED) {
            String frame = raw.take(
                            "a callback",
                            one -> one.subscription().filter(id::equals).isPresent())
                    .text();
            Json.read(frame).orElseThrow().path("params").path("result").forEach(all::add);
        }
        return all.subList(0, WANTED);
    }

    private static void assertUninstalled(Gateway gateway, JsonNode filters) {
        var http = new HttpPeer(CLIENT, URI.create(url("http", gateway)), Duration.ofSeconds(20));
        for (JsonNode filter : filters) {
            String poll = "{\"id\":1,\"method\":\"subscribe_getChangesByFilterId\",\"params\":[" + filter + "]}";
            assertThat(http.post(poll).body()).contains("filter not found");
        }
    }
}
