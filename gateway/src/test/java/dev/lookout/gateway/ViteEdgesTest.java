package dev.lookout.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.vite.DevOptions;
import dev.lookout.gateway.vite.DevViteSource;
import dev.lookout.gateway.vite.ViteOptions;
import dev.lookout.model.vite.AccountBlock;
import dev.lookout.model.vite.RawAccountBlock;
import dev.lookout.model.vite.SnapshotBlock;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules of the Vite API at the edges of connections, bodies and replies, over real sockets. */
class ViteEdgesTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static Gateway gateway(ViteOptions options) {
        return Gateway.start(GatewayOptions.builder().port(0).vite(options).build());
    }

    private static Gateway dev() {
        return Gateway.start(GatewayOptions.builder()
                .port(0)
                .waitFor(1)
                .viteSource(new DevViteSource(DevOptions.parse("rate=2000,seed=13")))
                .build());
    }

    private static ViteOptions.Builder options() {
        return ViteOptions.builder();
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{"})
    @Tag("VITE-WS-8")
    @Tag("VITE-WS-12")
    void asTheNodeItClosesWith1000OnWhatIsNoRequestAndSaysNothingToAnEmptyMessage(String message) throws Exception {
        var asNode = options().invalidMessages(ViteOptions.InvalidMessages.CLOSE_AS_NODE);
        try (Gateway gateway = gateway(asNode.build());
                var client = new RawViteClient(gateway.port(), "/vite")) {
            client.send(message);

            if (!message.isEmpty()) {
                assertThat(client.next()).contains("-32600");
            }
            assertThat(client.next()).startsWith("closed 1000");
        }
    }

    @Test
    @Tag("VITE-WS-12")
    void theClientsCloseIsAnsweredWith1000() throws Exception {
        try (Gateway gateway = gateway(options().build());
                var client = new RawViteClient(gateway.port(), "/vite")) {
            client.socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();

            assertThat(client.next()).startsWith("closed 1000");
        }
    }

    @Test
    @Tag("VITE-WS-2")
    @Tag("VITE-WS-3")
    void aPageOfAnyOriginMayConnectWithASubprotocolOfItsOwn() throws Exception {
        try (Gateway gateway = gateway(options().build())) {
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .subprotocols("gvite")
                    .header("Origin", "https://page.example")
                    .buildAsync(URI.create("ws://127.0.0.1:" + gateway.port() + "/vite"), new WebSocket.Listener() {})
                    .get(20, java.util.concurrent.TimeUnit.SECONDS);

            assertThat(socket.getSubprotocol()).isEqualTo("gvite");
            socket.abort();
        }
    }

    @Test
    @Tag("VITE-HTTP-7")
    void aBodyOfUnknownLengthBeyondTheLimitIsAnsweredWithAnError() throws Exception {
        byte[] body = ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + "x".repeat(140_000) + "\"}").getBytes(UTF_8);
        try (Gateway gateway = gateway(options().build());
                var client = new RawViteClient(gateway.port(), "/vite")) {
            var chunked = HttpRequest.newBuilder()
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

            var reply = client.send(chunked, "/");

            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.body()).startsWith("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "node.example.org:48132"})
    @Tag("VITE-HTTP-12")
    void anyHostIsAccepted(String host) throws Exception {
        String body = request("rpc_modules", "[]");
        try (Gateway gateway = gateway(options().build());
                var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: " + host
                                    + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(UTF_8));

            String reply = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(reply).startsWith("HTTP/1.1 200").contains("\"subscribe\":\"1.0\"");
        }
    }

    @Test
    @Tag("VITE-RPC-8")
    @Tag("VITE-RPC-9")
    @Tag("VITE-RPC-10")
    void membersOfAReplyHaveTheOrderAndTheEscapesOfTheNode() throws Exception {
        try (Gateway gateway = gateway(options().build());
                var client = new RawViteClient(gateway.port(), "/vite")) {
            assertThat(client.call(request("ledger_getSnapshotBlocks", "[\"0\",5]")))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}");
            assertThat(client.call(request("a_<b>&", "[]")))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601,\"message\":"
                            + "\"The method a_\\u003cb\\u003e\\u0026 does not exist/is not available\"}}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ledger_getSnapshotBlocks            | [\"50\",-1]",
                "ledger_getAccountBlocks             | [\"vite_ab24ef68b84e642c0ddca06beec81c9acb1977bbd7da27a87a\",null,null,-1]",
                "ledger_getAccountBlocksByAddress    | [\"vite_ab24ef68b84e642c0ddca06beec81c9acb1977bbd7da27a87a\",0,-1]",
                "ledger_getUnreceivedBlocksByAddress | [\"vite_ab24ef68b84e642c0ddca06beec81c9acb1977bbd7da27a87a\",0,-1]",
            })
    @Tag("VITE-LEDGER-3")
    void aNegativeCountIsRefused(String method, String params) throws Exception {
        try (Gateway gateway = gateway(options().build());
                var client = new RawViteClient(gateway.port(), "/vite")) {
            String reply = client.call(request(method, params));

            assertThat(reply).contains("\"error\":{\"code\":-32").doesNotContain("\"result\"");
        }
    }

    @Test
    @Tag("VITE-SUB-6")
    void equalSubscriptionsHaveTheirOwnIdsAndMessages() throws Exception {
        try (Gateway gateway = Gateway.start(GatewayOptions.builder()
                        .port(0)
                        .waitFor(2)
                        .viteSource(new DevViteSource(DevOptions.parse("rate=500,seed=17")))
                        .build());
                var client = new RawViteClient(gateway.port(), "/vite")) {
            String one = client.subscribe("[\"newSnapshotBlock\"]");
            String two = client.subscribe("[\"newSnapshotBlock\"]");

            client.awaitResults(Map.of(one, 3, two, 3));

            assertThat(one).isNotEqualTo(two);
            assertThat(client.results(one).subList(0, 3))
                    .isEqualTo(client.results(two).subList(0, 3));
        }
    }

    @Test
    @Tag("VITE-LEDGER-11")
    @Tag("VITE-LEDGER-12")
    @Tag("VITE-LEDGER-13")
    @Tag("VITE-TYPE-8")
    void blocksHaveTheMembersOfTheirSchemaInItsOrder() throws Exception {
        try (Gateway gateway = dev();
                var client = new RawViteClient(gateway.port(), "/vite")) {
            String id = client.subscribe("[\"newAccountBlock\"]");
            client.awaitResults(Map.of(id, 100));

            JsonNode snapshot = result(client, "ledger_getLatestSnapshotBlock", "[]");
            assertWrittenLike(snapshot, SnapshotBlock.class);
            assertThat(snapshot.get("timestamp").isIntegralNumber()).isTrue();
            assertThat(snapshot.get("timestamp").asLong()).isBetween(1_500_000_000L, 4_000_000_000L);
            String hash = client.results(id).get(0).get("hash").asString();
            assertWrittenLike(result(client, "ledger_getAccountBlockByHash", "[\"" + hash + "\"]"), AccountBlock.class);
            JsonNode raw = RawViteClient.json("null");
            for (int attempt = 0; raw.isEmpty() && attempt < 1000; attempt++) {
                raw = result(client, "ledger_getAllUnconfirmedBlocks", "[]");
            }
            assertThat(raw.isEmpty()).isFalse();
            assertWrittenLike(raw.get(0), RawAccountBlock.class);
            assertThat(raw.get(0).get("height").isNumber()).isTrue();
            assertThat(raw.get(0).get("quota").isNumber()).isTrue();
        }
    }

    private static JsonNode result(RawViteClient client, String method, String params) throws Exception {
        return RawViteClient.json(client.post(request(method, params))).get("result");
    }

    /** The model's types are generated from the schemas and write their members in the schemas' order. */
    private static void assertWrittenLike(JsonNode block, Class<?> type) {
        assertThat(block.toString()).isEqualTo(JSON.writeValueAsString(JSON.readValue(block.toString(), type)));
    }
}
