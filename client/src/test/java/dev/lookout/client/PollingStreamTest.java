package dev.lookout.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.model.ConnectionLostException;
import dev.lookout.model.RemoteErrorException;
import dev.lookout.model.RequestTimedOutException;
import dev.lookout.model.SlowConsumerException;
import dev.lookout.model.vite.SnapshotBlockMessage;
import dev.lookout.testkit.ManualClock;
import dev.lookout.testkit.ManualScheduler;
import dev.lookout.testkit.ViteSamples;
import dev.lookout.transport.JsonCodec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PollingStreamTest {
    private static final String MAKE = "subscribe_newSnapshotBlockFilter";
    private static final String POLL = "subscribe_getChangesByFilterId";
    private static final String REMOVE = "subscribe_uninstallFilter";
    private static final String ID = "0xf90906914486a9c22d620e50022b38d5";

    private final ManualClock clock = ManualClock.atNoon();
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final ManualRpc node = new ManualRpc();
    private final Heard<SnapshotBlockMessage> heard = new Heard<>();
    private boolean ended;
    private EventStream<SnapshotBlockMessage> stream = open(100);

    @Test
    @Tag("VITE-CASE-47")
    void nullAndEmptyListAreBothNoNews() throws Exception {
        node.take(MAKE).answers("\"" + ID + "\"");

        for (String nothing : List.of("null", "[]")) {
            turn();
            node.take(POLL).answers("{\"result\":" + nothing + ",\"subscription\":\"" + ID + "\"}");
        }

        assertThat(stream.ready()).isCompleted();
        assertThat(heard.order).isEmpty();
    }

    @Test
    @Tag("VITE-CASE-48")
    void eventsOfOnePollComeInOrderUndoneOnesIncluded() {
        node.take(MAKE).answers("\"" + ID + "\"");
        turn();
        var poll = node.take(POLL);
        assertThat(poll.params().toJson()).isEqualTo("[\"" + ID + "\"]");

        poll.answers(ViteSamples.changes(
                ID,
                List.of(
                        ViteSamples.snapshotBlock(125, false),
                        ViteSamples.snapshotBlock(126, false),
                        ViteSamples.snapshotBlock(126, true))));

        assertThat(heard.events).extracting(block -> block.height().toString()).containsExactly("125", "126", "126");
        assertThat(heard.events).extracting(SnapshotBlockMessage::removed).containsExactly(false, false, true);
    }

    @Test
    void nextPollFollowsTheAnswerNotTheClock() {
        node.take(MAKE).answers("\"" + ID + "\"");
        turn();
        var slow = node.take(POLL);

        clock.advance(Duration.ofSeconds(20));
        assertThat(node.methods()).isEmpty();
        slow.answers(ViteSamples.changes(ID, List.of()));
        turn();

        assertThat(node.methods()).containsExactly(POLL);
    }

    @Test
    @Tag("VITE-CASE-54")
    void forgottenFilterIsMadeAnewAndTheGapIsTold() {
        node.take(MAKE).answers("\"" + ID + "\"");
        turn();
        node.take(POLL).answers(ViteSamples.changes(ID, List.of(ViteSamples.snapshotBlock(1, false))));
        var lastWhole = clock.instant();
        turn();

        node.take(POLL).refuses(-32002, ViteSamples.FILTER_NOT_FOUND);
        node.take(MAKE).answers("\"0x2\"");
        turn();
        var poll = node.take(POLL);
        assertThat(poll.params().toJson()).isEqualTo("[\"0x2\"]");
        poll.answers(ViteSamples.changes("0x2", List.of(ViteSamples.snapshotBlock(9, false))));

        assertThat(heard.order).containsExactly("event", "gap", "event");
        assertThat(heard.gaps.get(0).reason()).isEqualTo(Gap.Reason.FILTER_EXPIRED);
        assertThat(heard.gaps.get(0).from()).isEqualTo(lastWhole);
        assertThat(heard.gaps.get(0).until()).isEqualTo(lastWhole.plusSeconds(1));
    }

    @Test
    @Tag("VITE-ERROR-4")
    void onlyTheNodesOwnCodeAndWordsTellOfAForgottenFilter() {
        node.take(MAKE).answers("\"" + ID + "\"");
        turn();

        node.take(POLL).refuses(-32602, ViteSamples.FILTER_NOT_FOUND);
        turn();
        node.take(POLL).refuses(-32002, "another fault");
        turn();

        assertThat(node.methods()).containsExactly(POLL);
        node.take(POLL).refuses(-32002, ViteSamples.FILTER_NOT_FOUND);
        assertThat(node.methods()).containsExactly(MAKE);
    }

    @Test
    void unansweredPollIsAGapBecauseTheNodeForgotItsEvents() {
        node.take(MAKE).answers("\"" + ID + "\"");
        turn();

        node.take(POLL).fails(new RequestTimedOutException("no answer"));
        turn();
        node.take(POLL).fails(new ConnectionLostException("refused"));
        turn();
        node.take(POLL).answers(ViteSamples.changes(ID, List.of(ViteSamples.snapshotBlock(9, false))));

        assertThat(heard.order).containsExactly("gap", "event");
        assertThat(heard.gaps.get(0).reason()).isEqualTo(Gap.Reason.POLL_UNANSWERED);
        assertThat(Duration.between(heard.gaps.get(0).from(), heard.gaps.get(0).until()))
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void manyFailuresInARowEndTheStream() throws Exception {
        node.take(MAKE).answers("\"" + ID + "\"");

        for (int i = 0; i < 5; i++) {
            turn();
            node.take(POLL).fails(new ConnectionLostException("refused"));
        }

        assertThat(heard.awaitEnd()).get().isInstanceOf(ConnectionLostException.class);
        assertThat(stream.done()).isCompletedExceptionally();
        turn();
        assertThat(node.methods()).containsExactly(REMOVE);
    }

    @Test
    void refusedFilterEndsTheStreamWithTheNodesWords() throws Exception {
        node.take(MAKE).refuses(-32601, "The method subscribe_newSnapshotBlockFilter does not exist/is not available");

        assertThat(heard.awaitEnd()).get().isInstanceOf(RemoteErrorException.class);
        assertThat(stream.ready()).isCompletedExceptionally();
        assertThat(ended).isTrue();
    }

    @Test
    @Tag("VITE-CASE-54")
    void closingRemovesTheFilter() throws Exception {
        node.take(MAKE).answers("\"" + ID + "\"");

        var closed = stream.closeAsync();
        assertThat(closed).isNotDone();
        var removal = node.take(REMOVE);
        assertThat(removal.params().toJson()).isEqualTo("[\"" + ID + "\"]");
        removal.answers("true");

        assertThat(closed).isCompleted();
        assertThat(heard.awaitEnd()).isEmpty();
        assertThat(scheduler.pending()).isZero();
        assertThat(ended).isTrue();
    }

    @Test
    @Tag("VITE-CASE-54")
    void closingBeforeTheFilterStandsRemovesItAfterwards() {
        var closed = stream.closeAsync();
        assertThat(closed).isNotDone();

        node.take(MAKE).answers("\"" + ID + "\"");
        node.take(REMOVE).fails(new RequestTimedOutException("no answer"));

        assertThat(closed).isCompleted();
    }

    @Test
    void consumerThatFallsBehindIsToldAndTheFilterRemoved() throws Exception {
        node.take(MAKE);
        var slow = open(2);
        node.take(MAKE).answers("\"" + ID + "\"");
        turn();

        node.take(POLL)
                .answers(ViteSamples.changes(
                        ID,
                        List.of(
                                ViteSamples.snapshotBlock(1, false),
                                ViteSamples.snapshotBlock(2, false),
                                ViteSamples.snapshotBlock(3, false))));
        assertThat(node.methods()).containsExactly(REMOVE);
        var late = new Heard<SnapshotBlockMessage>();
        slow.listen(late);

        assertThat(late.order).containsExactly("event", "event", "end");
        assertThat(late.awaitEnd()).get().isInstanceOf(SlowConsumerException.class);
    }

    @Test
    void unreadableResultIsToldAndTheRestDelivered() {
        node.take(MAKE).answers("\"" + ID + "\"");
        turn();

        node.take(POLL).answers(ViteSamples.changes(ID, List.of("{\"hash\":7}", ViteSamples.snapshotBlock(2, false))));

        assertThat(heard.order).containsExactly("MALFORMED_MESSAGE", "event");
    }

    /** One poll interval. */
    private void turn() {
        clock.advance(Duration.ofSeconds(1));
    }

    private EventStream<SnapshotBlockMessage> open(int bufferItems) {
        var options = ViteClientOptions.builder(URI.create("http://127.0.0.1:1/"))
                .clock(clock)
                .buffer(bufferItems, 1 << 20)
                .build();
        var codec = new JsonCodec();
        var opened = new PollingStream<>(
                WireSubscription.of(new Subscription.SnapshotBlocks(), codec),
                node,
                codec,
                new ClientThreads(Optional.of(Runnable::run), Optional.of(scheduler)),
                options,
                () -> ended = true);
        opened.start();
        return bufferItems == 2 ? opened : opened.listen(heard);
    }
}
