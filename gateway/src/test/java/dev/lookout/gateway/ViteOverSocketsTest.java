package dev.lookout.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.vite.DevOptions;
import dev.lookout.gateway.vite.DevViteSource;
import dev.lookout.gateway.vite.ViteOptions;
import dev.lookout.transport.TransportLimits;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The Vite API as a client meets it: real sockets, the JDK's own client. */
class ViteOverSocketsTest {
    private static final String SNAPSHOTS = "[\"newSnapshotBlock\"]";

    private static Gateway silent() {
        return Gateway.start(GatewayOptions.builder().port(0).build());
    }

    private static Gateway dev(int waitFor, String options) {
        var source = new DevViteSource(DevOptions.parse(options));
        return Gateway.start(GatewayOptions.builder()
                .port(0)
                .waitFor(waitFor)
                .viteSource(source)
                .build());
    }

    private static String request(String id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ws", "/vite"})
    @Tag("VITE-CASE-42")
    void callbacksFollowTheIdOnEveryPathThatSpeaksVite(String path) throws Exception {
        try (Gateway gateway = dev(1, "rate=500,seed=3");
                var client = new RawViteClient(gateway.port(), path)) {
            String id = client.subscribe(SNAPSHOTS);

            client.awaitResults(Map.of(id, 5));

            List<JsonNode> blocks = client.results(id);
            assertThat(blocks.get(0).get("height").asString()).isEqualTo("2");
            assertThat(blocks.get(0).propertyNames()).containsExactly("hash", "height", "removed");
        }
    }

    @Test
    @Tag("VITE-CASE-48")
    void aPollingFilterGivesWhatASubscriptionGives() throws Exception {
        try (Gateway gateway = dev(2, "rate=2000,reorgs=0.3,seed=7");
                var client = new RawViteClient(gateway.port(), "/vite")) {
            String reply = client.post(request("1", "subscribe_newAccountBlockFilter", "[]"));
            String filter = RawViteClient.json(reply).get("result").asString();
            String id = client.subscribe("[\"newAccountBlock\"]");
            client.awaitResults(Map.of(id, 300));

            var polled = new ArrayList<JsonNode>();
            for (int poll = 2; polled.size() < 300; poll++) {
                JsonNode page = RawViteClient.json(client.post(request(
                                String.valueOf(poll), "subscribe_getChangesByFilterId", "[\"" + filter + "\"]")))
                        .get("result");
                assertThat(page.propertyNames()).containsExactly("result", "subscription");
                page.get("result").forEach(polled::add);
            }

            assertThat(polled.subList(0, 300)).isEqualTo(client.results(id).subList(0, 300));
        }
    }

    @Test
    @Tag("VITE-CASE-47")
    @Tag("VITE-CASE-49")
    @Tag("VITE-CASE-51")
    void filtersBelongToTheServerNotToAConnection() throws Exception {
        try (Gateway gateway = silent();
                var client = new RawViteClient(gateway.port(), "/vite")) {
            String made = client.post(request("1", "subscribe_newSnapshotBlockFilter", "[]"));
            String id = RawViteClient.json(made).get("result").asString();
            String params = "[\"" + id + "\"]";

            assertThat(client.call(request("2", "subscribe_getChangesByFilterId", params)))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"result\":[],\"subscription\":\"" + id
                            + "\"}}");
            assertThat(client.call(request("3", "subscribe_uninstallFilter", params)))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":true}");
            assertThat(client.post(request("4", "subscribe_uninstallFilter", params)))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":false}\n");
            assertThat(client.post(request("5", "subscribe_getFilterChanges", params)))
                    .contains("\"code\":-32002,\"message\":\"filter not found\"");
        }
    }

    @Test
    @Tag("VITE-CASE-43")
    void afterAnUnsubscribeNothingMoreComes() throws Exception {
        try (Gateway gateway = dev(1, "rate=3000,seed=5");
                var client = new RawViteClient(gateway.port(), "/vite");
                var other = new RawViteClient(gateway.port(), "/vite")) {
            String id = client.subscribe("[\"newAccountBlock\"]");
            client.awaitResults(Map.of(id, 50));
            String unsubscribe = request("9", "subscribe_unsubscribe", "[\"" + id + "\"]");

            assertThat(other.call(unsubscribe)).contains("subscription not found");
            assertThat(client.call(unsubscribe)).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":true}");
            assertThat(client.isSilent()).isTrue();
            assertThat(client.call(unsubscribe)).contains("\"code\":-32002,\"message\":\"subscription not found\"");
            assertThat(client.post(unsubscribe)).contains("notifications not supported");
        }
    }

    @Test
    @Tag("VITE-CASE-6")
    @Tag("VITE-CASE-22")
    void whatCanBeReadDoesNotCostTheConnection() throws Exception {
        try (Gateway gateway = silent();
                var client = new RawViteClient(gateway.port(), "/")) {
            assertThat(client.call("{"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"unexpected EOF\"}}");
            client.socket()
                    .sendBinary(
                            java.nio.ByteBuffer.wrap("{\"id\":1,\"method\":\"rpc_modules\"}"
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                            true)
                    .join();
            assertThat(client.next())
                    .isEqualTo(
                            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"ledger\":\"1.0\",\"rpc\":\"1.0\",\"subscribe\":\"1.0\"}}");
        }
    }

    @Test
    @Tag("VITE-CASE-21")
    void aMessageBeyondTheLimitIsAnsweredThenTheConnectionCloses() throws Exception {
        try (Gateway gateway = silent();
                var client = new RawViteClient(gateway.port(), "/vite")) {
            client.send("\"" + "x".repeat(200_000) + "\"");

            assertThat(client.next()).contains("-32600,\"message\":\"websocket: frame payload size exceeds limit\"");
            assertThat(client.next()).startsWith("closed 1000");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | ''               | ''     | 200 | ''",
                "PUT    | application/json | {}     | 405 | method not allowed",
                "DELETE | application/json | ''     | 405 | method not allowed",
                "POST   | text/plain       | {}     | 415 | invalid content type, only application/json is supported",
                "POST   | application/json | ''     | 200 | ''",
                "POST   | application/json;charset=utf-8 | [] | 200 | []",
            })
    @Tag("VITE-CASE-2")
    @Tag("VITE-CASE-4")
    @Tag("VITE-CASE-5")
    @Tag("VITE-CASE-16")
    void httpRequestsAreJudgedByTheirHeadFirst(String method, String type, String body, int status, String answer)
            throws Exception {
        try (Gateway gateway = silent();
                var client = new RawViteClient(gateway.port(), "/vite")) {
            var request = HttpRequest.newBuilder()
                    .method(
                            method,
                            body.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }

            var reply = client.send(request, "/whatever");

            assertThat(reply.statusCode()).isEqualTo(status);
            assertThat(reply.body().strip()).isEqualTo(answer);
        }
    }

    @Test
    @Tag("VITE-CASE-3")
    void aBodyBeyondTheLimitIsRefused() throws Exception {
        try (Gateway gateway = silent();
                var client = new RawViteClient(gateway.port(), "/vite")) {
            var request = HttpRequest.newBuilder()
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("x".repeat(140_051)));

            var reply = client.send(request, "/");

            assertThat(reply.statusCode()).isEqualTo(413);
            assertThat(reply.body()).isEqualTo("content length too large (140051>131072)\n");
        }
    }

    @Test
    @Tag("VITE-CASE-45")
    void bothGenerationsHearOfTheSameBlocksInTheirOwnShapes() throws Exception {
        try (Gateway gateway = dev(2, "rate=500,seed=11");
                var client = new RawViteClient(gateway.port(), "/vite")) {
            String current = client.subscribe(SNAPSHOTS);
            String first = client.subscribe("[\"newSnapshotBlocks\"]");

            client.awaitResults(Map.of(current, 2, first, 2));

            JsonNode old = client.results(first).get(0);
            assertThat(old.propertyNames()).containsExactly("hash", "height", "heightStr", "removed");
            assertThat(old.get("height").isNumber()).isTrue();
            assertThat(old.get("hash")).isEqualTo(client.results(current).get(0).get("hash"));
        }
    }

    @Test
    @Tag("VITE-CASE-46")
    void aReaderThatReadsNothingCostsNobodyElseAnything() throws Exception {
        var options = ViteOptions.builder().pendingBytesPerConnection(20_000).build();
        var source = new DevViteSource(DevOptions.parse("rate=20000,seed=2"));
        try (Gateway gateway = Gateway.start(GatewayOptions.builder()
                        .port(0)
                        .waitFor(21)
                        .vite(options)
                        .viteSource(source)
                        .transport(TransportLimits.DEFAULT.withOutboundQueue(64, 1 << 20))
                        .build());
                var deaf = new DeafClient(gateway.port());
                var client = new RawViteClient(gateway.port(), "/vite")) {
            for (int i = 0; i < 20; i++) { // so much that it does not fit into the buffers of two kernels
                deaf.subscribe("[\"newAccountBlock\"]");
            }
            String id = client.subscribe(SNAPSHOTS);

            client.awaitResults(Map.of(id, 2000));

            assertThat(deaf.isEnded()).as("the deaf client's connection").isTrue();
        }
    }
}
