package dev.lookout.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lookout.conformance.RecordedErrors.Exchange;
import dev.lookout.gateway.Gateway;
import dev.lookout.gateway.GatewayOptions;
import dev.lookout.gateway.vite.ViteOptions;
import dev.lookout.gateway.vite.ViteOptions.InvalidMessages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * What a real node answered to malformed and wrong messages, our gateway answers byte for byte, or it is on the list
 * {@code better-than-the-node.json} with the reason. The chain is as long as the node's was at the time.
 */
class RecordedErrorsTest {
    private static final Path LIST =
            Path.of(System.getProperty("lookout.root"), "conformance/better-than-the-node.json");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = Runner.newClient();
    private static final Set<String> USED = new HashSet<>();

    @TestFactory
    Stream<DynamicNode> overWebSocket() throws IOException {
        return recorded("ws-errors.jsonl").stream()
                .flatMap(file -> Stream.of(InvalidMessages.values()).map(mode -> inMode(file, mode)));
    }

    @TestFactory
    Stream<DynamicNode> overHttp() throws IOException {
        return recorded("http-errors.jsonl").stream().map(file -> {
            Gateway gateway = gateway(InvalidMessages.KEEP_OPEN, 46);
            var peer = new HttpPeer(CLIENT, URI.create("http://127.0.0.1:" + gateway.port() + "/"), PATIENCE);
            return DynamicContainer.dynamicContainer(
                    "as recorded",
                    read(() -> RecordedErrors.http(file).stream())
                            .map(exchange -> DynamicTest.dynamicTest(exchange.name(), () -> post(peer, exchange)))
                            .onClose(gateway::close));
        });
    }

    @AfterAll
    static void everyEntryOfTheListWasNeeded() throws IOException {
        if (RecordedErrors.folder().isPresent()) {
            assertThat(USED)
                    .as("entries of %s that a recorded exchange needed", LIST.getFileName())
                    .isEqualTo(Set.copyOf(list().valueStream()
                            .map(entry -> entry.path("id").asString())
                            .toList()));
        }
    }

    private static DynamicNode inMode(Path file, InvalidMessages mode) {
        Gateway gateway = gateway(mode, 45);
        URI uri = URI.create("ws://127.0.0.1:" + gateway.port() + "/vite");
        return DynamicContainer.dynamicContainer(
                mode.name(),
                read(() -> RecordedErrors.webSocket(file).stream())
                        .map(exchange -> DynamicTest.dynamicTest(exchange.name(), () -> send(uri, mode, exchange)))
                        .onClose(gateway::close));
    }

    private static Optional<Path> recorded(String name) {
        Optional<Path> folder = RecordedErrors.folder();
        assumeTrue(
                folder.isPresent(), "SKIPPED: no recordings of a Vite node beside this checkout (../shared/captures)");
        return folder.map(found -> found.resolve(name));
    }

    private interface Reading {
        Stream<Exchange> read() throws IOException;
    }

    private static Stream<Exchange> read(Reading reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Gateway gateway(InvalidMessages mode, int snapshotBlocks) {
        var chain = new ScriptedViteChain(time -> {});
        Gateway gateway = Gateway.start(GatewayOptions.builder()
                .port(0)
                .viteSource(chain)
                .vite(ViteOptions.builder().invalidMessages(mode).build())
                .build());
        chain.apply(Json.yaml("chain", "{snapshot: N, count: " + snapshotBlocks + "}"), new Values(Map.of()));
        return gateway;
    }

    private static void send(URI uri, InvalidMessages mode, Exchange exchange) throws IOException {
        try (var peer = new WebSocketPeer(CLIENT, uri, "a", PATIENCE)) {
            if (exchange.binary()) {
                peer.sendBinary(exchange.sent());
            } else {
                peer.send(exchange.sent());
            }
            String answer = exchange.answer();
            if (answer != null) {
                same(exchange, answer, peer.take("the answer", frame -> true).text());
            }
            if (exchange.closes() && mode == InvalidMessages.CLOSE_AS_NODE) {
                assertThat(peer.awaitEnd()).isEqualTo("closed 1000");
            } else {
                if (exchange.closes()) {
                    USED.add("stays-open");
                }
                peer.send("{\"id\":\"still open\",\"method\":\"rpc_modules\"}");
                assertThat(peer.take("the next answer", frame -> true).text()).contains("\"id\":\"still open\"");
            }
        }
    }

    private static void post(HttpPeer peer, Exchange exchange) throws IOException {
        Map<String, String> headers =
                exchange.contentType().isEmpty() ? Map.of() : Map.of("Content-Type", exchange.contentType());

        HttpResponse<String> answer = peer.send(exchange.verb(), "", headers, exchange.sent());

        assertThat(answer.statusCode()).isEqualTo(exchange.status());
        same(exchange, String.valueOf(exchange.answer()), answer.body());
    }

    private static void same(Exchange exchange, String node, String ours) throws IOException {
        if (node.equals(ours)) {
            return;
        }
        for (JsonNode entry : list()) {
            if (fits(entry, "sent", exchange.sent())
                    && fits(entry, "node", node.strip())
                    && fits(entry, "ours", ours.strip())) {
                USED.add(entry.path("id").asString());
                return;
            }
        }
        assertThat(ours).isEqualTo(node);
    }

    private static boolean fits(JsonNode entry, String member, String text) {
        return entry.has(member) && Pattern.matches(entry.path(member).asString(), text);
    }

    private static JsonNode list() throws IOException {
        return Json.read(Files.readString(LIST)).orElseThrow();
    }
}
