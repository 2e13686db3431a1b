package dev.lookout.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.model.ConnectionLostException;
import dev.lookout.model.ProtocolViolationException;
import dev.lookout.model.RemoteErrorException;
import dev.lookout.model.SlowConsumerException;
import dev.lookout.model.vite.SnapshotBlockMessage;
import dev.lookout.testkit.ViteSamples;
import dev.lookout.transport.JsonCodec;
import dev.lookout.transport.JsonValue;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PushStreamTest {
    private static final String SUBSCRIBE = "subscribe_subscribe";
    private static final String UNSUBSCRIBE = "subscribe_unsubscribe";
    private static final String ID = "0x1dfa06f71534a8aee117d8a62d05a4a";

    private final ManualRpc node = new ManualRpc();
    private final AtomicInteger floods = new AtomicInteger();
    private final SubscriptionTable table = new SubscriptionTable(floods::incrementAndGet);
    private final Heard<SnapshotBlockMessage> heard = new Heard<>();

    @Test
    @Tag("VITE-CASE-42")
    void callbacksThatOvertakeTheReplyAreKeptInOrder() {
        var stream = open(100).listen(heard);

        callback(ID, 1, 2);
        callback("0x77", 50, 51);
        callback(ID, 3, 3);
        assertThat(heard.events).isEmpty();
        node.take(SUBSCRIBE).answers("\"" + ID + "\"");
        callback(ID, 4, 4);

        assertThat(heights()).isEqualTo("1 2 3 4");
        assertThat(stream.ready()).isCompleted();
    }

    @Test
    @Tag("VITE-CASE-41")
    void idIsTakenAsItIs() {
        for (String id : new String[] {"0x1", ID, "whatever the server likes"}) {
            open(100).listen(heard);
            node.take(SUBSCRIBE).answers(JsonValue.of(id).toJson());
            callback(id, 7, 7);
        }

        assertThat(heights()).isEqualTo("7 7 7");
    }

    @Test
    @Tag("VITE-CASE-42")
    void callbackMayHoldMoreThan128Results() {
        open(1000).listen(heard);
        node.take(SUBSCRIBE).answers("\"" + ID + "\"");

        callback(ID, 1, 211);

        assertThat(heard.events).hasSize(211);
    }

    @Test
    @Tag("VITE-CASE-43")
    void closingUnsubscribesAndDropsWhatStillArrives() throws Exception {
        var stream = open(100).listen(heard);
        node.take(SUBSCRIBE).answers("\"" + ID + "\"");

        var closed = stream.closeAsync();
        var unsubscribe = node.take(UNSUBSCRIBE);
        assertThat(unsubscribe.params().toJson()).isEqualTo("[\"" + ID + "\"]");
        callback(ID, 1, 1);
        assertThat(closed).isNotDone();
        unsubscribe.answers("true");

        assertThat(closed).isCompleted();
        assertThat(heard.events).isEmpty();
        assertThat(heard.awaitEnd()).isEmpty();
        assertThat(stream.closeAsync()).as("closing twice").isCompleted();
    }

    @Test
    void closingBeforeTheReplyUnsubscribesAfterIt() {
        var stream = open(100);
        var closed = stream.closeAsync();
        assertThat(node.methods()).containsExactly(SUBSCRIBE);

        node.take(SUBSCRIBE).answers("\"" + ID + "\"");
        node.take(UNSUBSCRIBE).refuses(-32002, "subscription not found");

        assertThat(closed).isCompleted();
        assertThat(stream.ready()).isCompletedExceptionally();
    }

    @Test
    void lostConnectionEndsTheStreamBehindWhatItHolds() throws Exception {
        var stream = open(100);
        node.take(SUBSCRIBE).answers("\"" + ID + "\"");
        callback(ID, 1, 3);

        table.end(new ConnectionLostException("on purpose"));
        stream.listen(heard);

        assertThat(heard.order).containsExactly("event", "event", "event", "end");
        assertThat(heard.awaitEnd()).get().isInstanceOf(ConnectionLostException.class);
        assertThat(stream.done()).isCompletedExceptionally();
        assertThat(stream.closeAsync()).isCompleted();
    }

    @Test
    void streamAskedForAfterTheLossEndsAtOnce() throws Exception {
        table.end(new ConnectionLostException("on purpose"));

        open(100).listen(heard);
        node.take(SUBSCRIBE).fails(new ConnectionLostException("on purpose"));

        assertThat(heard.awaitEnd()).get().isInstanceOf(ConnectionLostException.class);
    }

    @Test
    void refusalIsTheEndOfTheStreamWithCodeAndWords() throws Exception {
        var stream = open(100).listen(heard);

        node.take(SUBSCRIBE).refuses(-32002, "addressHeightRange is nil");

        assertThat(stream.ready()).isCompletedExceptionally();
        assertThat(heard.awaitEnd()).get().isInstanceOfSatisfying(RemoteErrorException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(-32002);
            assertThat(refusal.remoteMessage()).isEqualTo("addressHeightRange is nil");
        });
    }

    @Test
    void replyThatIsNoIdEndsTheStream() throws Exception {
        open(100).listen(heard);

        node.take(SUBSCRIBE).answers("17");

        assertThat(heard.awaitEnd()).get().isInstanceOf(ProtocolViolationException.class);
    }

    @Test
    void consumerThatFallsBehindEndsItsStreamOnly() throws Exception {
        var slow = open(2);
        node.take(SUBSCRIBE).answers("\"0x1\"");
        open(100).listen(heard);
        node.take(SUBSCRIBE).answers("\"0x2\"");

        callback("0x1", 1, 3);
        callback("0x2", 1, 3);

        assertThat(node.take(UNSUBSCRIBE).params().toJson()).isEqualTo("[\"0x1\"]");
        assertThat(heights()).isEqualTo("1 2 3");
        var late = new Heard<SnapshotBlockMessage>();
        slow.listen(late);
        assertThat(late.order).containsExactly("event", "event", "end");
        assertThat(late.awaitEnd()).get().isInstanceOf(SlowConsumerException.class);
    }

    @Test
    void callbacksForNobodyAreDroppedUnlessSomebodyAsks() {
        for (int i = 0; i < 2 * SubscriptionTable.MAX_EARLY; i++) {
            callback("0x5", 1, 1);
        }
        assertThat(floods).hasValue(0);

        open(100);
        for (int i = 0; i <= SubscriptionTable.MAX_EARLY; i++) {
            callback("0x5", 1, 1);
        }
        assertThat(floods)
                .as("more than can be kept while a subscribe is under way")
                .hasValue(1);
    }

    private String heights() {
        return heard.events.stream().map(block -> block.height().toString()).collect(Collectors.joining(" "));
    }

    private void callback(String id, long first, long last) {
        var results = LongStream.rangeClosed(first, last)
                .mapToObj(height -> ViteSamples.snapshotBlock(height, false))
                .collect(Collectors.joining(",", "[", "]"));
        table.callback(id, JsonValue.parse(results));
    }

    private EventStream<SnapshotBlockMessage> open(int bufferItems) {
        var options = ViteClientOptions.builder(URI.create("ws://127.0.0.1:1/"))
                .buffer(bufferItems, 1 << 20)
                .build();
        var codec = new JsonCodec();
        var stream = new PushStream<>(
                WireSubscription.of(new Subscription.SnapshotBlocks(), codec),
                node,
                table,
                codec,
                Runnable::run,
                options,
                () -> {});
        stream.start();
        return stream;
    }
}
