package dev.lookout.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.model.RegistrationRefusedException;
import dev.lookout.model.SlowConsumerException;
import dev.lookout.testkit.InMemoryConnection.Closing;
import dev.lookout.testkit.VigilSamples;
import dev.lookout.testkit.VigilScript;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VigilClientTest {
    private static final String HEARTBEAT =
            "{\"command\":\"heartbeat\",\"sessionID\":\"" + VigilScript.sessionId(1) + "\"}";
    private static final String REGISTER = "{\"command\":\"register\",\"key\":\"" + VigilSamples.KEY + "\"}";

    @Test
    @Tag("VIGIL-C-01")
    void beatsAtTheAcknowledgementAndEveryFifteenSecondsWhateverTheTraffic() {
        var harness = new VigilHarness();
        var server = harness.attempt(1);
        server.open();
        assertThat(server.connection().takeSent()).containsExactly(REGISTER);
        assertThat(harness.client.state()).isEqualTo(VigilState.AUTHENTICATING);

        harness.advanceSeconds(1);
        assertThat(server.connection().takeSent()).isEmpty();
        server.acknowledges();
        assertThat(server.connection().takeSent()).containsExactly(HEARTBEAT);
        assertThat(harness.client.state()).isEqualTo(VigilState.STREAMING);

        for (int beat = 0; beat < 10; beat++) {
            harness.advanceSeconds(14);
            server.says(VigilSamples.event(beat));
            assertThat(server.connection().takeSent()).isEmpty();
            harness.advanceSeconds(1);
            assertThat(server.connection().takeSent()).containsExactly(HEARTBEAT);
        }
    }

    @Test
    @Tag("VIGIL-C-02")
    void eventBeforeTheHeartbeatReplyIsDeliveredOnce() {
        var harness = VigilHarness.streaming();
        var server = harness.attempt(1);

        server.says(VigilSamples.event(1));
        server.says(HEARTBEAT);
        server.says(VigilSamples.event(2));

        assertThat(harness.order).containsExactly("CONNECTED", "push", "push");
    }

    @Test
    @Tag("VIGIL-C-03")
    void silentPeerIsTakenForDeadAfterFortyFiveSeconds() {
        var harness = VigilHarness.streaming();

        harness.advance(Duration.ofSeconds(45).minusNanos(1));
        assertThat(harness.attempt(1).connection().closing()).isEmpty();
        harness.advance(Duration.ofNanos(1));

        assertThat(harness.attempt(1).connection().closing()).isPresent();
        assertThat(harness.client.state()).isEqualTo(VigilState.BACKOFF);
        harness.advanceSeconds(1);
        assertThat(harness.attempts()).isEqualTo(2);
    }

    @Test
    @Tag("VIGIL-C-03")
    void anyFrameKeepsThePeerAlive() {
        var harness = VigilHarness.streaming();
        var server = harness.attempt(1);

        for (int i = 0; i < 4; i++) {
            harness.advanceSeconds(40);
            server.listener().onPing();
            harness.advanceSeconds(40);
            server.says(HEARTBEAT);
        }

        assertThat(server.connection().closing()).isEmpty();
    }

    @Test
    @Tag("VIGIL-C-04")
    void pushBeforeTheAcknowledgementIsDeliveredAfterIt() {
        var harness = new VigilHarness();
        harness.client.listen(harness);
        harness.attempt(1).open();

        harness.attempt(1).says(VigilSamples.event(1));
        assertThat(harness.order).isEmpty();
        harness.attempt(1).acknowledges();

        assertThat(harness.order).containsExactly("CONNECTED", "push");
    }

    @Test
    @Tag("VIGIL-C-04")
    void endlessPushesBeforeTheAcknowledgementEndTheConnection() {
        var harness = new VigilHarness();
        harness.client.listen(harness);
        harness.attempt(1).open();

        for (int i = 0; i <= VigilSession.MAX_EARLY; i++) {
            harness.attempt(1).says(VigilSamples.event(i));
        }

        assertThat(harness.order).containsExactly("MALFORMED_MESSAGE", "DISCONNECTED");
        assertThat(harness.attempt(1).connection().closing()).isPresent();
    }

    @Test
    @Tag("VIGIL-C-05")
    void refusedKeyIsFinal() {
        var harness = new VigilHarness();
        harness.client.listen(harness);
        harness.attempt(1).open();

        harness.attempt(1).says(VigilSamples.REGISTER_NACK);
        harness.attempt(1).closes(1000);
        harness.advanceSeconds(3600);

        assertThat(harness.client.state()).isEqualTo(VigilState.REJECTED);
        assertThat(harness.attempts()).isEqualTo(1);
        assertThat(harness.order).containsExactly("end");
        assertThat(harness.failure).get().isInstanceOf(RegistrationRefusedException.class);
        assertThat(harness.failure.orElseThrow().getMessage()).doesNotContain(VigilSamples.KEY);
        assertThat(harness.client.ready()).isCompletedExceptionally();
        assertThat(harness.client.done()).isCompletedExceptionally();
    }

    @Test
    @Tag("VIGIL-C-05")
    void keyRevokedWhileStreamingIsFinalToo() {
        var byNack = VigilHarness.streaming();
        byNack.attempt(1).says(VigilSamples.REGISTER_NACK);
        assertThat(byNack.client.state()).isEqualTo(VigilState.REJECTED);

        var byCode = VigilHarness.streaming();
        byCode.attempt(1).closes(4401);
        assertThat(byCode.client.state()).isEqualTo(VigilState.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1006, 1011, 1012, 4408})
    @Tag("VIGIL-C-06")
    void everyOtherCloseLeadsToANewRegistration(int code) {
        var harness = VigilHarness.streaming();
        harness.jitter = 0.25;

        harness.attempt(1).closes(code);
        assertThat(harness.client.state()).isEqualTo(VigilState.BACKOFF);
        harness.advance(Duration.ofMillis(249));
        assertThat(harness.attempts()).isEqualTo(1);
        harness.advance(Duration.ofMillis(1));
        assertThat(harness.attempts()).isEqualTo(2);

        harness.attempt(2).open();
        assertThat(harness.attempt(2).connection().sent()).containsExactly(REGISTER);
        harness.attempt(2).says(VigilSamples.registerAck(VigilScript.sessionId(2)));
        assertThat(harness.client.state()).isEqualTo(VigilState.STREAMING);
        assertThat(harness.client.sessionId()).hasToString("Optional[" + VigilScript.sessionId(2) + "]");
    }

    @Test
    @Tag("VIGIL-C-06")
    void oldConnectionBeatsNoLongerAfterAReconnect() {
        var harness = VigilHarness.streaming();
        harness.attempt(1).closes(1006);
        harness.advanceSeconds(1);
        harness.attempt(1).connection().takeSent();

        harness.advanceSeconds(40);

        assertThat(harness.attempt(1).connection().sent()).isEmpty();
        assertThat(harness.scheduler.pending())
                .as("timers of a connection that is not open yet")
                .isLessThanOrEqualTo(1);
    }

    @Test
    @Tag("VIGIL-C-07")
    void refusedConnectionsAreTriedAgainWithDoublingWaits() {
        var harness = new VigilHarness();
        harness.client.listen(harness);

        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60, 60}) {
            int before = harness.attempts();
            harness.attempt(before).refuse();
            harness.advance(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(harness.attempts()).isEqualTo(before);
            harness.advance(Duration.ofNanos(1));
            assertThat(harness.attempts()).isEqualTo(before + 1);
        }
        harness.attempt(11).open();
        harness.attempt(11).acknowledges();

        assertThat(harness.client.state()).isEqualTo(VigilState.STREAMING);
        assertThat(harness.client.ready()).isCompleted();
    }

    @Test
    @Tag("VIGIL-C-06")
    void backOffStartsSmallAgainAfterAHealthyMinuteAndOnlyThen() {
        var harness = VigilHarness.streaming();
        harness.attempt(1).closes(1006);
        harness.advanceSeconds(1);
        harness.attempt(2).open();
        harness.attempt(2).acknowledges();
        harness.advanceSeconds(30);
        harness.attempt(2).closes(1006);
        harness.advanceSeconds(1);
        assertThat(harness.attempts()).as("30 s were not healthy enough").isEqualTo(2);
        harness.advanceSeconds(1);

        harness.attempt(3).open();
        harness.attempt(3).acknowledges();
        harness.advanceSeconds(40);
        harness.attempt(3).says(HEARTBEAT);
        harness.advanceSeconds(20);
        harness.attempt(3).closes(1006);
        harness.advanceSeconds(1);

        assertThat(harness.attempts()).isEqualTo(4);
    }

    @Test
    @Tag("VIGIL-C-06")
    void policyCloseWithoutNackIsTriedAgainAfterTheLongestWait() {
        var harness = VigilHarness.streaming();

        harness.attempt(1).closes(1008);
        harness.advanceSeconds(59);
        assertThat(harness.attempts()).isEqualTo(1);
        harness.advanceSeconds(1);

        assertThat(harness.attempts()).isEqualTo(2);
    }

    @Test
    @Tag("VIGIL-C-10")
    void unknownCommandsAreToldAndNothingBreaks() {
        var harness = VigilHarness.streaming();

        harness.attempt(1).says("{\"command\":\"notice\",\"text\":\"maintenance\",\"extra\":[1]}");
        harness.attempt(1).says("{\"command\":\"heartbeat:nack\"}");
        harness.attempt(1).says("{\"command\":\"error\",\"code\":\"malformed\"}");
        harness.attempt(1).says(VigilSamples.event(1));

        assertThat(harness.order).containsExactly("CONNECTED", "UNKNOWN_COMMAND", "SERVER_ERROR", "push");
        assertThat(harness.notices.get(1).text()).contains("maintenance");
    }

    @Test
    @Tag("VIGIL-C-14")
    void repetitionIsDropped() {
        var harness = VigilHarness.streaming();

        for (int i = 0; i < 3; i++) {
            harness.attempt(1).says(VigilSamples.event(1));
            harness.attempt(1).says(VigilSamples.contractActivity(1));
            harness.attempt(1).says(VigilSamples.deployment(1));
        }

        assertThat(harness.pushes).hasSize(3);
    }

    @Test
    @Tag("VIGIL-C-14")
    void windowOfRepetitionsIsBounded() {
        var harness = new VigilHarness(2, 4096);
        harness.client.listen(harness);
        harness.attempt(1).open();
        harness.attempt(1).acknowledges();

        for (long block : new long[] {1, 2, 3, 2, 1}) {
            harness.attempt(1).says(VigilSamples.event(block));
        }

        assertThat(harness.pushes).as("1, 2, 3 and the forgotten 1").hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"command\":\"heartbeat\"}{\"command\":\"heartbeat\"}",
                "hello",
                "",
                "[]",
                "null",
                "{}",
                "{\"type\":7}",
                "{\"command\":null,\"type\":null}"
            })
    @Tag("VIGIL-C-15")
    void unreadableMessageIsToldAndTheStreamGoesOn(String text) {
        var harness = VigilHarness.streaming();

        harness.attempt(1).says(text);
        harness.attempt(1).says(VigilSamples.event(1));

        assertThat(harness.order).containsExactly("CONNECTED", "MALFORMED_MESSAGE", "push");
        assertThat(harness.notices.get(1).text()).isEqualTo(text);
        assertThat(harness.notices.get(1).cause()).isPresent();
    }

    @Test
    @Tag("VIGIL-C-15")
    void binaryMessageIsToldAndTheStreamGoesOn() {
        var harness = VigilHarness.streaming();

        harness.attempt(1).listener().onBinary(new byte[3]);
        harness.attempt(1).says(VigilSamples.event(1));

        assertThat(harness.order).containsExactly("CONNECTED", "MALFORMED_MESSAGE", "push");
    }

    @Test
    @Tag("VIGIL-C-16")
    void closingDeliversWhatComesBeforeTheAcknowledgement() {
        var harness = VigilHarness.streaming();
        var server = harness.attempt(1);
        server.connection().takeSent();

        var closed = harness.client.closeAsync();
        assertThat(server.connection().takeSent())
                .containsExactly("{\"command\":\"unregister\",\"key\":\"" + VigilSamples.KEY + "\"}");
        server.says(VigilSamples.event(1));
        server.says(VigilSamples.event(2));
        assertThat(closed).isNotDone();
        server.says(VigilSamples.UNREGISTER_ACK);

        assertThat(closed).isCompleted();
        assertThat(harness.order).containsExactly("CONNECTED", "push", "push", "end");
        assertThat(harness.failure).isEmpty();
        assertThat(server.connection().closing()).contains(new Closing(1000, ""));
        assertThat(harness.client.state()).isEqualTo(VigilState.DISCONNECTED);
        assertThat(harness.scheduler.pending()).as("timers left over").isLessThanOrEqualTo(1);
    }

    @Test
    @Tag("VIGIL-C-16")
    void closingWithoutAnAnswerEndsAfterFiveSeconds() {
        var harness = VigilHarness.streaming();

        var closed = harness.client.closeAsync();
        harness.attempt(1).says(VigilSamples.event(1));
        harness.advance(Duration.ofSeconds(5).minusNanos(1));
        assertThat(closed).isNotDone();
        harness.advance(Duration.ofNanos(1));

        assertThat(closed).isCompleted();
        assertThat(harness.order).containsExactly("CONNECTED", "push", "end");
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1005, 1006})
    @Tag("VIGIL-C-16")
    void closeFromTheServerIsAnAnswerToUnregisterToo(int code) {
        var harness = VigilHarness.streaming();

        var closed = harness.client.closeAsync();
        harness.attempt(1).closes(code);
        harness.advanceSeconds(3600);

        assertThat(closed).isCompleted();
        assertThat(harness.failure).isEmpty();
        assertThat(harness.attempts()).isEqualTo(1);
    }

    @Test
    void closingInAnyStateEnds() {
        var connecting = new VigilHarness();
        assertThat(connecting.client.closeAsync()).isCompleted();
        connecting.attempt(1).open();
        assertThat(connecting.attempt(1).connection().closing()).isPresent();

        var authenticating = new VigilHarness();
        authenticating.attempt(1).open();
        assertThat(authenticating.client.closeAsync()).isCompleted();

        var backingOff = new VigilHarness();
        backingOff.attempt(1).refuse();
        assertThat(backingOff.client.closeAsync()).isCompleted();
        backingOff.advanceSeconds(3600);
        assertThat(backingOff.attempts()).isEqualTo(1);
        assertThat(backingOff.client.closeAsync()).as("closing twice").isCompleted();
    }

    @Test
    @Tag("VIGIL-C-18")
    void gapIsReportedBetweenTheLastSeenAndTheFirstNewBlock() {
        var harness = VigilHarness.streaming();
        harness.attempt(1).says(VigilSamples.event(100));
        harness.attempt(1).says(VigilSamples.event(99));
        var lostAt = harness.clock.instant();
        harness.advanceSeconds(10);

        harness.attempt(1).closes(1006);
        harness.advanceSeconds(1);
        harness.attempt(2).open();
        harness.attempt(2).acknowledges();
        harness.attempt(2).says(VigilSamples.event(140));
        harness.attempt(2).says(VigilSamples.event(141));

        assertThat(harness.order)
                .containsExactly("CONNECTED", "push", "push", "DISCONNECTED", "CONNECTED", "gap", "push", "push");
        var gap = harness.gaps.get(0);
        assertThat(gap.reason()).isEqualTo(Gap.Reason.RECONNECTED);
        assertThat(gap.lastSeenBlock()).contains(BigInteger.valueOf(100));
        assertThat(gap.firstNewBlock()).contains(BigInteger.valueOf(140));
        assertThat(gap.from()).isEqualTo(lostAt);
        assertThat(gap.until()).isEqualTo(lostAt.plusSeconds(11));
    }

    @Test
    @Tag("VIGIL-C-18")
    void gapWhoseFirstPushHasNoBlockIsNamedLater() {
        var harness = VigilHarness.streaming();
        harness.attempt(1).says(VigilSamples.event(100));
        harness.attempt(1).closes(1006);
        harness.advanceSeconds(1);
        harness.attempt(2).open();
        harness.attempt(2).acknowledges();

        harness.attempt(2).says(VigilSamples.contractActivity(1));
        harness.attempt(2).says(VigilSamples.contractActivity(2));
        harness.attempt(2).says(VigilSamples.event(140));

        assertThat(harness.gaps)
                .extracting(gap -> gap.firstNewBlock().isPresent())
                .containsExactly(false, true);
        assertThat(harness.order).endsWith("gap", "push", "push", "gap", "push");
    }

    @Test
    @Tag("VIGIL-C-18")
    void twoLossesWithNothingBetweenAreOneGap() {
        var harness = VigilHarness.streaming();
        harness.attempt(1).says(VigilSamples.event(100));
        var lostAt = harness.clock.instant();
        for (int attempt = 1; attempt <= 2; attempt++) {
            harness.attempt(attempt).closes(1006);
            harness.advanceSeconds(2);
            harness.attempt(attempt + 1).open();
            harness.attempt(attempt + 1).acknowledges();
        }

        harness.attempt(3).says(VigilSamples.event(140));

        assertThat(harness.gaps).hasSize(1);
        assertThat(harness.gaps.get(0).from()).isEqualTo(lostAt);
        assertThat(harness.gaps.get(0).lastSeenBlock()).contains(BigInteger.valueOf(100));
    }

    @Test
    void consumerThatFallsBehindEndsTheStreamAndSaysSo() {
        var harness = new VigilHarness(100, 3);
        harness.attempt(1).open();
        harness.attempt(1).acknowledges();
        for (int i = 0; i < 3; i++) {
            harness.attempt(1).says(VigilSamples.event(i));
        }

        harness.client.listen(harness);

        assertThat(harness.order).containsExactly("CONNECTED", "push", "push", "end");
        assertThat(harness.failure).get().isInstanceOf(SlowConsumerException.class);
        assertThat(harness.client.state()).isEqualTo(VigilState.DISCONNECTED);
    }

    @Test
    void secondAcknowledgementChangesNothingButTheId() {
        var harness = VigilHarness.streaming();
        harness.attempt(1).connection().takeSent();

        harness.attempt(1).says(VigilSamples.registerAck(VigilScript.sessionId(2)));
        harness.advanceSeconds(15);

        assertThat(harness.order).containsExactly("CONNECTED");
        assertThat(harness.attempt(1).connection().sent())
                .isEqualTo(List.of(HEARTBEAT.replace(VigilScript.sessionId(1), VigilScript.sessionId(2))));
    }

    @Test
    void fullSendQueueIsALostConnection() {
        var harness = VigilHarness.streaming();
        harness.attempt(1).connection().refuseSends();

        harness.advanceSeconds(15);

        assertThat(harness.client.state()).isEqualTo(VigilState.BACKOFF);
    }

    @Test
    void waitIsAnywhereBelowTheCeiling() {
        for (long seed = 0; seed < 50; seed++) {
            var policy = new ReconnectPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60), new SplittableRandom(seed));
            for (long ceiling : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
                assertThat(policy.next()).as("seed %d", seed).isBetween(Duration.ZERO, Duration.ofSeconds(ceiling));
            }
        }
    }
}
