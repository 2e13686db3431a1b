package dev.lookout.gateway.vigil;

import static dev.lookout.gateway.vigil.SessionFixture.OTHER;
import static dev.lookout.gateway.vigil.SessionFixture.READ;
import static dev.lookout.gateway.vigil.SessionFixture.REGISTER;
import static dev.lookout.gateway.vigil.SessionFixture.WRITE;
import static dev.lookout.gateway.vigil.SessionFixture.heartbeat;
import static dev.lookout.gateway.vigil.SessionFixture.register;
import static dev.lookout.gateway.vigil.SessionFixture.unregister;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Table 1.4 of the protocol notes, row by row, on a clock that the test turns. */
class VigilSessionTest {
    private static final String ACK =
            "\\{\"command\":\"register:ack\",\"sessionID\":\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"}";
    private static final String NACK = "{\"command\":\"register:nack\"}";

    private final SessionFixture gateway = new SessionFixture();

    @Test
    @Tag("VIGIL-S-01")
    @Tag("VIGIL-D-3")
    void nothingIsSaidBeforeTheClientSpeaks() {
        var client = gateway.connect();

        gateway.clock.advance(Duration.ofSeconds(3));

        assertThat(client.received()).isEmpty();
        assertThat(client.end()).isEqualTo("open");
    }

    @Test
    @Tag("VIGIL-S-02")
    @Tag("VIGIL-ROW-3")
    @Tag("VIGIL-D-4")
    void silenceForTenSecondsCloses() {
        var client = gateway.connect();

        gateway.clock.advance(Duration.ofSeconds(10));

        assertThat(client.received()).isEmpty();
        assertThat(client.end()).isEqualTo("1008 register timeout");
    }

    @Test
    @Tag("VIGIL-S-03")
    @Tag("VIGIL-ROW-1")
    @Tag("VIGIL-D-20")
    void readKeyIsAcknowledgedWithARandomUuid() {
        var client = gateway.registered();

        assertThat(client.received()).singleElement().asString().matches(ACK);
        gateway.clock.advance(Duration.ofSeconds(60));
        assertThat(client.end()).isEqualTo("open");
    }

    @Test
    @Tag("VIGIL-S-04")
    @Tag("VIGIL-D-5")
    void writeKeyIsAcknowledgedToo() {
        var client = gateway.connect();

        client.send(register(WRITE.reveal()));

        assertThat(client.received()).singleElement().asString().matches(ACK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"command\":\"register\",\"key\":\"no-such-key\"}",
                "{\"command\":\"register\"}",
                "{\"command\":\"register\",\"key\":\"\"}",
                "{\"command\":\"register\",\"key\":123}",
                "{\"command\":\"register\",\"key\":null}"
            })
    @Tag("VIGIL-S-05")
    @Tag("VIGIL-S-06")
    @Tag("VIGIL-ROW-2")
    @Tag("VIGIL-D-6")
    void badKeyGetsANackAndAClose(String message) {
        var client = gateway.connect();

        client.send(message);

        assertThat(client.received()).containsExactly(NACK);
        assertThat(client.end()).isEqualTo("1008 invalid key");
    }

    @Test
    @Tag("VIGIL-S-07")
    @Tag("VIGIL-ROW-6")
    @Tag("VIGIL-D-21")
    void unknownFieldsOfARegisterAreIgnored() {
        var client = gateway.connect();

        client.send("{\"command\":\"register\",\"foo\":[1],\"sessionID\":\"old\",\"key\":\"" + READ.reveal() + "\"}");

        assertThat(client.session()).isNotEqualTo("old");
    }

    @Test
    @Tag("VIGIL-S-08")
    void ackComesBeforeAnyPush() {
        var slow = new SlowKeyRing();
        var endpoint = gateway.endpoint(slow, VigilOptions.defaults());
        var client = gateway.connect(endpoint);
        client.send(REGISTER);

        gateway.block();
        slow.answer(gateway.keys);
        gateway.block();

        assertThat(client.received().get(0)).matches(ACK);
    }

    @Test
    @Tag("VIGIL-S-09")
    @Tag("VIGIL-D-19")
    void everyConnectionOfAKeyGetsEverything() {
        var one = gateway.registered();
        var two = gateway.registered();
        assertThat(one.session()).isNotEqualTo(two.session());

        gateway.block();

        assertThat(one.received()).hasSize(2).isEqualTo(two.received());
        assertThat(gateway.audience.standing()).isEqualTo(2);
    }

    @Test
    @Tag("VIGIL-S-10")
    @Tag("VIGIL-ROW-4")
    @Tag("VIGIL-D-7")
    void registeringAgainWithTheSameKeyChangesNothing() {
        var client = gateway.registered();
        String session = client.session();

        client.send(REGISTER);

        assertThat(client.session()).isEqualTo(session);
        gateway.block();
        assertThat(client.received()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9f0f4a4e-58c1-4f0b-9a57-2f6f0a3f9d99", "0c3c2c4e-7b1f-4d5e-8a9b-1c2d3e4f5a6b", "nobody's"})
    @Tag("VIGIL-S-11")
    @Tag("VIGIL-ROW-5")
    void registeringAgainWithAnotherKeyIsRefused(String key) {
        var client = gateway.registered();
        client.received();

        client.send(register(key));

        assertThat(client.received()).containsExactly(NACK);
        assertThat(client.end()).startsWith("1008 ");
    }

    @Test
    @Tag("VIGIL-S-12")
    void framesThatComeDuringTheLookupWaitTheirTurn() {
        var slow = new SlowKeyRing();
        var client = gateway.connect(gateway.endpoint(slow, VigilOptions.defaults()));
        client.send(REGISTER);
        client.send(heartbeat("foreign"));
        assertThat(client.received()).isEmpty();

        slow.answer(gateway.keys);

        var received = client.received();
        assertThat(received.get(0)).matches(ACK);
        assertThat(received).element(1).isEqualTo("{\"command\":\"heartbeat:nack\"}");
        assertThat(client.end()).isEqualTo("open");
    }

    @Test
    @Tag("VIGIL-S-13")
    @Tag("VIGIL-ROW-7")
    void heartbeatIsAnsweredWithTheSame() {
        var client = gateway.registered();
        String heartbeat = heartbeat(client.session());

        client.send(heartbeat);

        assertThat(client.received()).containsExactly(heartbeat);
    }

    @Test
    @Tag("VIGIL-S-15")
    @Tag("VIGIL-ROW-9")
    @Tag("VIGIL-D-9")
    void heartbeatWithoutSessionIsAnsweredWithTheSession() {
        var client = gateway.registered();
        String session = client.session();

        client.send("{\"command\":\"heartbeat\"}");
        client.send("{\"command\":\"heartbeat\",\"sessionID\":null}");

        assertThat(client.received()).containsExactly(heartbeat(session), heartbeat(session));
    }

    @Test
    @Tag("VIGIL-S-16")
    @Tag("VIGIL-ROW-8")
    @Tag("VIGIL-D-8")
    void wrongSessionIsToldAndNeverCloses() {
        var client = gateway.registered();
        client.received();

        for (int i = 0; i < 20; i++) {
            gateway.clock.advance(Duration.ofSeconds(3));
            client.send(heartbeat("wrong"));
            client.send("{\"command\":\"heartbeat\",\"sessionID\":5}");
        }

        assertThat(client.received()).hasSize(40).containsOnly("{\"command\":\"heartbeat:nack\"}");
        gateway.block();
        assertThat(client.received()).hasSize(2);
    }

    @Test
    @Tag("VIGIL-ROW-8")
    void strictSessionClosesAWrongOne() {
        var strict = new SessionFixture(VigilOptions.defaults().withStrictSession());
        var client = strict.registered();

        client.send(heartbeat("wrong"));

        assertThat(client.end()).startsWith("1008 ");
    }

    @Test
    @Tag("VIGIL-S-17")
    @Tag("VIGIL-ROW-10")
    @Tag("VIGIL-D-10")
    void heartbeatBeforeRegisterCloses() {
        var client = gateway.connect();

        client.send(heartbeat("any"));

        assertThat(client.received()).containsExactly("{\"command\":\"heartbeat:nack\"}");
        assertThat(client.end()).startsWith("1008 ");
    }

    @Test
    @Tag("VIGIL-S-18")
    @Tag("VIGIL-ROW-11")
    @Tag("VIGIL-D-11")
    @Tag("VIGIL-D-18")
    void ninetySecondsWithoutAFrameClose() {
        var client = gateway.registered();

        gateway.clock.advance(Duration.ofSeconds(89));
        assertThat(client.end()).isEqualTo("open");
        assertThat(client.connection().pings()).isEqualTo(2);
        gateway.clock.advance(Duration.ofSeconds(1));

        assertThat(client.end()).isEqualTo("1000 heartbeat timeout");
        assertThat(gateway.audience.standing()).isZero();
    }

    @Test
    @Tag("VIGIL-S-19")
    void pongsAloneKeepASessionAlive() {
        var client = gateway.registered();

        for (int second = 1; second <= 300; second++) {
            gateway.clock.advance(Duration.ofSeconds(1));
            gateway.block();
            if (second % 30 == 0) {
                client.listener().onPong();
            }
        }

        assertThat(client.end()).isEqualTo("open");
        assertThat(client.received()).hasSize(1 + 300 * 2);
    }

    @Test
    @Tag("VIGIL-S-20")
    void oneHeartbeatAMinuteIsEnough() {
        var client = gateway.registered();
        String session = client.session();

        for (int minute = 0; minute < 10; minute++) {
            gateway.clock.advance(Duration.ofSeconds(60));
            client.send(heartbeat(session));
        }

        assertThat(client.received()).hasSize(10);
        assertThat(client.end()).isEqualTo("open");
    }

    @Test
    @Tag("VIGIL-S-21")
    void requiredHeartbeatsAreNotReplacedByPongs() {
        var strict = new SessionFixture(VigilOptions.defaults().withRequiredAppHeartbeat());
        var client = strict.registered();

        for (int i = 0; i < 9; i++) {
            strict.clock.advance(Duration.ofSeconds(10));
            client.listener().onPong();
        }

        assertThat(client.end()).isEqualTo("1000 heartbeat timeout");
    }

    @Test
    @Tag("VIGIL-S-22")
    @Tag("VIGIL-ROW-12")
    @Tag("VIGIL-D-12")
    void unregisterEndsTheStreamAndWaitsForTheClient() {
        var client = gateway.registered();
        client.received();

        client.send(unregister(WRITE.reveal()));
        gateway.block();
        client.send(heartbeat("anything"));

        assertThat(client.received()).containsExactly("{\"command\":\"unregister:ack\"}");
        assertThat(client.end()).isEqualTo("open");
        gateway.clock.advance(Duration.ofSeconds(5));
        assertThat(client.end()).isEqualTo("1000 bye");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"command\":\"unregister\",\"key\":\"9f0f4a4e-58c1-4f0b-9a57-2f6f0a3f9d99\"}",
                "{\"command\":\"unregister\"}",
                "{\"command\":\"unregister\",\"key\":7}"
            })
    @Tag("VIGIL-S-23")
    @Tag("VIGIL-ROW-13")
    void unregisterWithAWrongKeyChangesNothing(String message) {
        var client = gateway.registered();
        client.received();

        client.send(message);
        gateway.block();

        assertThat(client.received()).hasSize(3).startsWith("{\"command\":\"unregister:nack\"}");
    }

    @Test
    @Tag("VIGIL-S-24")
    @Tag("VIGIL-ROW-14")
    void unregisterBeforeRegisterCloses() {
        var client = gateway.connect();

        client.send(unregister(READ.reveal()));

        assertThat(client.received()).containsExactly("{\"command\":\"unregister:nack\"}");
        assertThat(client.end()).startsWith("1008 ");
    }

    @Test
    @Tag("VIGIL-S-25")
    @Tag("VIGIL-ROW-15")
    @Tag("VIGIL-D-13")
    void unknownCommandIsToldAndTolerated() {
        var client = gateway.registered();
        client.received();

        client.send("{\"command\":\"subscribe\"}");

        assertThat(client.received())
                .containsExactly(
                        "{\"command\":\"error\",\"code\":\"unknown_command\",\"message\":\"unsupported command: subscribe\"}");
        assertThat(client.end()).isEqualTo("open");
    }

    @Test
    @Tag("VIGIL-ROW-16")
    void unknownCommandBeforeRegisterCloses() {
        var client = gateway.connect();

        client.send("{\"command\":\"subscribe\"}");

        assertThat(client.received()).singleElement().asString().contains("\"unknown_command\"");
        assertThat(client.end()).startsWith("1008 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello", "[1]", "\"x\"", "{}", "{\"command\":5}", "", "null", "{\"command\":\"heartbeat\"} {}"})
    @Tag("VIGIL-S-26")
    @Tag("VIGIL-ROW-17")
    @Tag("VIGIL-D-14")
    void malformedMessageIsToldAndTolerated(String message) {
        var client = gateway.registered();
        client.received();

        client.send(message);

        assertThat(client.received())
                .singleElement()
                .asString()
                .startsWith("{\"command\":\"error\",\"code\":\"malformed\",\"message\":\"");
        assertThat(client.end()).isEqualTo("open");
    }

    @Test
    @Tag("VIGIL-S-27")
    @Tag("VIGIL-ROW-22")
    @Tag("VIGIL-D-16")
    void tenViolationsInAMinuteClose() {
        var client = gateway.registered();

        for (int i = 0; i < 9; i++) {
            client.send("hello");
            gateway.clock.advance(Duration.ofSeconds(6));
        }
        assertThat(client.end()).isEqualTo("open");
        client.send("hello");

        assertThat(client.end()).isEqualTo("1008 rate limited");
    }

    @Test
    @Tag("VIGIL-S-28")
    @Tag("VIGIL-ROW-18")
    void jsonRpcBeforeRegisterCloses() {
        var client = gateway.connect();

        client.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_subscribe\"}");

        assertThat(client.received()).singleElement().asString().contains("\"malformed\"");
        assertThat(client.end()).startsWith("1008 ");
    }

    @Test
    @Tag("VIGIL-S-29")
    @Tag("VIGIL-ROW-19")
    @Tag("VIGIL-D-15")
    void binaryFrameCloses() {
        var client = gateway.registered();
        client.received();

        client.listener().onBinary("{}".getBytes(UTF_8));

        assertThat(client.received()).isEmpty();
        assertThat(client.end()).startsWith("1003 ");
    }

    @Test
    @Tag("VIGIL-S-31")
    @Tag("VIGIL-ROW-21")
    void messageBeyond64KiBCloses() {
        var client = gateway.registered();

        client.send("{\"command\":\"" + "x".repeat(70 << 10) + "\"}");

        assertThat(client.end()).startsWith("1009 ");
    }

    @Test
    @Tag("VIGIL-ROW-22")
    void moreThanFiftyFramesInTenSecondsClose() {
        var client = gateway.registered();
        for (int i = 0; i < 49; i++) {
            client.send("{\"command\":\"heartbeat\"}");
        }
        assertThat(client.end()).isEqualTo("open");

        client.send("{\"command\":\"heartbeat\"}");

        assertThat(client.end()).isEqualTo("1008 rate limited");
    }

    @Test
    @Tag("VIGIL-S-40")
    void sixHeartbeatsInThirtySecondsAreAnswered() {
        var client = gateway.registered();
        client.received();

        for (int round = 0; round < 10; round++) {
            gateway.clock.advance(Duration.ofSeconds(30));
            for (int i = 0; i < 6; i++) {
                client.send("{\"command\":\"heartbeat\"}");
            }
        }

        assertThat(client.received()).hasSize(60);
        assertThat(client.end()).isEqualTo("open");
    }

    @Test
    @Tag("VIGIL-ROW-23")
    @Tag("VIGIL-D-18")
    void fullQueueClosesAndHarmsNobodyElse() {
        var slow = gateway.registered();
        var other = gateway.registered();
        other.received();

        slow.connection().refuseSends();
        gateway.block();

        assertThat(slow.end()).isEqualTo("1000 slow consumer");
        assertThat(other.received()).hasSize(2);
        assertThat(gateway.endpoint.counters().slowConsumers()).isEqualTo(1);
    }

    @Test
    @Tag("VIGIL-S-36")
    @Tag("VIGIL-ROW-24")
    void revokedKeyEndsItsSessionsOnly() {
        var client = gateway.registered();
        var other = gateway.connect();
        other.send(register(WRITE.reveal()));
        client.received();

        gateway.keys.revoke(KeyFingerprint.of(READ));

        assertThat(client.received()).containsExactly(NACK);
        assertThat(client.end()).isEqualTo("1008 invalid key");
        assertThat(other.end()).isEqualTo("open");
    }

    @Test
    @Tag("VIGIL-S-35")
    @Tag("VIGIL-ROW-25")
    void shutdownIsSpread() {
        var clients = Stream.generate(gateway::registered).limit(100).toList();

        var done = gateway.endpoint.drain(Duration.ofSeconds(30));

        gateway.clock.advance(Duration.ofSeconds(15));
        assertThat(clients)
                .filteredOn(client -> client.end().equals("1000 server restart"))
                .hasSizeBetween(45, 55);
        gateway.clock.advance(Duration.ofSeconds(15));
        assertThat(clients).allMatch(client -> client.end().equals("1000 server restart"));
        assertThat(done).isCompleted();
        assertThat(gateway.connect().end()).isEqualTo("1000 server restart");
    }

    @Test
    @Tag("VIGIL-ROW-26")
    void framesAfterTheCloseAreIgnored() {
        var client = gateway.connect();
        client.send("hello");
        client.received();

        client.send(REGISTER);
        gateway.clock.advance(Duration.ofMinutes(5));

        assertThat(client.received()).isEmpty();
        assertThat(client.end()).isEqualTo("1008 malformed");
    }

    @Test
    void recoverableCloseCodeIsTheOperatorsChoice() {
        var textbook = new SessionFixture(VigilOptions.defaults().withLegacyRecoverableCloseCode(1001));
        var client = textbook.registered();

        textbook.clock.advance(Duration.ofSeconds(90));

        assertThat(client.end()).isEqualTo("1001 heartbeat timeout");
    }

    @Test
    void accountHearsOfItsContractsOnly() {
        var theirs = gateway.connect();
        theirs.send(register(OTHER.reveal()));
        theirs.received();

        gateway.block();

        assertThat(theirs.received()).isEmpty();
    }

    @Test
    void failingKeyRingAsksToComeBack() {
        var slow = new SlowKeyRing();
        var client = gateway.connect(gateway.endpoint(slow, VigilOptions.defaults()));
        client.send(REGISTER);

        slow.pending.completeExceptionally(new IllegalStateException("disk"));

        assertThat(client.received()).isEmpty();
        assertThat(client.end()).isEqualTo("1000 internal error");
    }

    /** Answers when it is told to. */
    private static final class SlowKeyRing implements KeyRing {
        final CompletableFuture<Optional<Account>> pending = new CompletableFuture<>();

        @Override
        public CompletionStage<Optional<Account>> find(KeyFingerprint key) {
            return pending;
        }

        @Override
        public Watch onRevoked(Consumer<KeyFingerprint> listener) {
            return () -> {};
        }

        void answer(InMemoryKeyRing from) {
            from.find(KeyFingerprint.of(READ)).thenAccept(pending::complete);
        }
    }
}
