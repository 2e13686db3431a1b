package dev.lookout.gateway.vigil;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.Gateway;
import dev.lookout.gateway.GatewayOptions;
import dev.lookout.gateway.chain.ChainSource;
import dev.lookout.gateway.chain.Pace;
import dev.lookout.gateway.evm.EvmChainEvent;
import dev.lookout.gateway.evm.RecordedEvmSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped recording at full speed through the whole gateway, read by a client that knows nothing of this project. */
@Timeout(120)
class VigilOverSocketsTest {
    private static final String RECORDING = "/dev/lookout/testkit/recordings/evm-small.jsonl";
    private static final String REGISTER =
            SessionFixture.register(InMemoryKeyRing.DEMO.readKey().reveal());

    @ParameterizedTest
    @ValueSource(strings = {"/vigil", "/ws", "/ws?x=1", "/"})
    @Tag("VIGIL-S-41")
    @Tag("VIGIL-D-1")
    @Tag("VIGIL-D-35")
    @Tag("VIGIL-B-24")
    void everyMessageOfTheRecordingArrivesOnceAndInOrder(String path) throws Exception {
        var expected = expected();
        try (var gateway = gateway();
                var client = RawVigilClient.connect(gateway.port(), path)) {
            client.send(REGISTER);
            assertThat(client.next()).startsWith("{\"command\":\"register:ack\"");

            var received = new ArrayList<String>();
            for (int i = 0; i < expected.size(); i++) {
                received.add(client.next());
            }
            client.send("{\"command\":\"heartbeat\"}");

            assertThat(received).isEqualTo(expected);
            assertThat(client.next()).startsWith("{\"command\":\"heartbeat\"");
        }
    }

    @Test
    @Tag("VIGIL-B-32")
    void noNumberHasAFractionOrAnExponent() throws Exception {
        var withoutStrings = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

        assertThat(expected())
                .hasSizeGreaterThan(50)
                .allSatisfy(text -> assertThat(withoutStrings.matcher(text).replaceAll("\"\""))
                        .doesNotContainPattern("[0-9][.eE]"));
    }

    @Test
    @Tag("VIGIL-S-05")
    void unknownKeyIsRefused() throws Exception {
        try (var gateway = gateway();
                var client = RawVigilClient.connect(gateway.port(), "/ws")) {
            client.send(SessionFixture.register("nobody"));

            assertThat(client.next()).isEqualTo("{\"command\":\"register:nack\"}");
            assertThat(client.end()).isEqualTo("1008 invalid key");
        }
    }

    @Test
    @Tag("VIGIL-S-29")
    void binaryFrameCloses() {
        try (var gateway = gateway();
                var client = RawVigilClient.connect(gateway.port(), "/vigil")) {
            client.sendBinary(REGISTER.getBytes(UTF_8));

            assertThat(client.end()).startsWith("1003");
        }
    }

    @Test
    @Tag("VIGIL-S-31")
    void largeMessageCloses() {
        try (var gateway = gateway();
                var client = RawVigilClient.connect(gateway.port(), "/vigil")) {
            client.send("{\"command\":\"" + "x".repeat(70 << 10) + "\"}");

            assertThat(client.end()).startsWith("1009");
        }
    }

    private static RecordedEvmSource source() {
        return RecordedEvmSource.of(
                "evm-small", () -> VigilOverSocketsTest.class.getResourceAsStream(RECORDING), Pace.MAX);
    }

    private static Gateway gateway() {
        var source = source();
        return Gateway.start(GatewayOptions.builder()
                .port(0)
                .evmSource(source)
                .contracts(source.contracts())
                .keys(InMemoryKeyRing.demo())
                .readerPatience(Duration.ofSeconds(5))
                .waitFor(1)
                .build());
    }

    /** What one client that is there from the start gets, without any thread or socket: repeats after a reorganisation left out. */
    private static List<String> expected() throws Exception {
        var source = source();
        var events = new ArrayList<EvmChainEvent>();
        var end = new CompletableFuture<Void>();
        source.start(new ChainSource.Sink<>() {
            @Override
            public void event(EvmChainEvent event) {
                events.add(event);
            }

            @Override
            public void ended() {
                end.complete(null);
            }

            @Override
            public void failed(RuntimeException failure) {
                end.completeExceptionally(failure);
            }
        });
        end.get(30, TimeUnit.SECONDS);
        var derivation = Chain.derivation(source.contracts(), new VigilCounters());
        var told = new HashSet<MessageIdentity>();
        var texts = new ArrayList<String>();
        for (var event : events) {
            if (event instanceof EvmChainEvent.BlockInserted inserted) {
                for (var message : derivation.messages(inserted.block())) {
                    if (told.add(message.identity())) {
                        texts.add(message.text().text());
                    }
                }
            }
        }
        return texts;
    }
}
