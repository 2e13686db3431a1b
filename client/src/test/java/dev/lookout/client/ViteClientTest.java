package dev.lookout.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookout.model.ConnectionLostException;
import dev.lookout.model.RemoteErrorException;
import dev.lookout.model.RequestTimedOutException;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import dev.lookout.model.vite.SnapshotBlockMessage;
import dev.lookout.testkit.FramePeer;
import dev.lookout.testkit.PeerConnection;
import dev.lookout.testkit.RpcScript;
import dev.lookout.testkit.ScriptedPeer;
import dev.lookout.testkit.ViteSamples;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client over real sockets against a peer that the test speaks for. */
@Timeout(30)
class ViteClientTest {
    private static final String ID = "0x1dfa06f71534a8aee117d8a62d05a4a";
    private static final String OTHER_ID = "0xa809145803ebb2a52229aefcbd52a99d";

    private final RpcScript node = new RpcScript()
            .on("subscribe_subscribe", params -> "\"" + ID + "\"")
            .on("subscribe_unsubscribe", params -> "true")
            .on("ledger_getSnapshotChainHeight", params -> "\"18446744073709551615\"");
    private final ScriptedPeer peer = ScriptedPeer.start(node).onHttp(node::answer);

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    @Tag("VITE-CASE-42")
    void eventsArriveTypedAndInOrderUndoneOnesIncluded() throws Exception {
        try (var client = connect()) {
            var heard = new Heard<SnapshotBlockMessage>();
            var stream = client.subscribe(new Subscription.SnapshotBlocks(), heard);
            stream.ready().get(10, TimeUnit.SECONDS);
            var server = peer.awaitConnection();

            server.send(ViteSamples.callback(
                    ID, List.of(ViteSamples.snapshotBlock(1, false), ViteSamples.snapshotBlock(2, false))));
            server.send(ViteSamples.callback(ID, List.of(ViteSamples.snapshotBlock(2, true))));

            heard.await(3);
            assertThat(heard.events).extracting(SnapshotBlockMessage::removed).containsExactly(false, false, true);
            assertThat(heard.events.get(2).hash()).isEqualTo(Hash.parse(ViteSamples.hash(2)));
        }
    }

    @Test
    void everyKindAsksByItsCurrentName() throws Exception {
        try (var client = connect()) {
            var address = Address.parse(ViteSamples.USER);
            client.subscribe(new Subscription.SnapshotBlocks());
            client.subscribe(new Subscription.AccountBlocks());
            client.subscribe(new Subscription.AccountBlocksOf(address));
            client.subscribe(new Subscription.UnreceivedBlocksOf(address));
            var server = peer.awaitConnection();

            assertThat(List.of(params(server), params(server), params(server), params(server)))
                    .containsExactlyInAnyOrder(
                            "[\"newSnapshotBlock\"]",
                            "[\"newAccountBlock\"]",
                            "[\"newAccountBlockByAddress\",\"" + ViteSamples.USER + "\"]",
                            "[\"newUnreceivedBlockByAddress\",\"" + ViteSamples.USER + "\"]");
        }
    }

    @Test
    @Tag("VITE-CASE-43")
    void closingUnsubscribesAndThenClosesWith1000() throws Exception {
        var client = connect();
        var heard = new Heard<SnapshotBlockMessage>();
        var stream = client.subscribe(new Subscription.SnapshotBlocks(), heard);
        stream.ready().get(10, TimeUnit.SECONDS);
        var server = peer.awaitConnection();

        client.close();

        assertThat(server.awaitEnd().code()).isEqualTo(1000);
        assertThat(server.received()).hasSize(2);
        assertThat(server.received().get(1)).contains("\"subscribe_unsubscribe\"", "[\"" + ID + "\"]");
        assertThat(heard.awaitEnd()).isEmpty();
        assertThat(client.ended()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void lostConnectionEndsStreamsAndCallsWithThatReason() throws Exception {
        node.silentOn("ledger_getLatestSnapshotHash");
        var client = connect();
        var heard = new Heard<SnapshotBlockMessage>();
        client.subscribe(new Subscription.SnapshotBlocks(), heard).ready().get(10, TimeUnit.SECONDS);
        var call = client.ledger().latestSnapshotHash();
        var server = peer.awaitConnection();
        server.awaitText();
        server.awaitText();

        server.drop();

        assertThat(heard.awaitEnd()).get().isInstanceOf(ConnectionLostException.class);
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(ConnectionLostException.class);
        assertThatThrownBy(() -> client.ended().get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(ConnectionLostException.class);
        var after = new Heard<SnapshotBlockMessage>();
        client.subscribe(new Subscription.SnapshotBlocks(), after);
        assertThat(after.awaitEnd()).get().isInstanceOf(ConnectionLostException.class);
        client.close();
    }

    @Test
    void closeInMidCallbackLosesNothingThatArrivedWhole() throws Exception {
        try (var frames = FramePeer.start()) {
            var connecting = ViteClient.connect(frames.uri());
            frames.accept();
            var client = connecting.get(10, TimeUnit.SECONDS);
            var heard = new Heard<SnapshotBlockMessage>();
            client.subscribe(new Subscription.SnapshotBlocks(), heard);
            var request = (JsonObject) JsonValue.parse(frames.readText());
            frames.sendText("{\"jsonrpc\":\"2.0\",\"id\":" + request.get("id") + ",\"result\":\"" + ID + "\"}");

            frames.sendText(ViteSamples.callback(ID, List.of(ViteSamples.snapshotBlock(1, false))));
            frames.sendHalfFrame(ViteSamples.callback(ID, List.of(ViteSamples.snapshotBlock(2, false))));
            frames.drop();

            assertThat(heard.awaitEnd()).get().isInstanceOf(ConnectionLostException.class);
            assertThat(heard.order).containsExactly("event", "end");
        }
    }

    @Test
    @Tag("VITE-CASE-23")
    void answersAreMatchedByIdInAnyOrder() throws Exception {
        node.silentOn("ledger_getSnapshotChainHeight").silentOn("ledger_getLatestSnapshotHash");
        try (var client = connect()) {
            var height = client.ledger().snapshotChainHeight();
            var hash = client.ledger().latestSnapshotHash();
            var server = peer.awaitConnection();
            var first = (JsonObject) JsonValue.parse(server.awaitText());
            var second = (JsonObject) JsonValue.parse(server.awaitText());
            var heightFirst = first.text("method").orElseThrow().equals("ledger_getSnapshotChainHeight");
            var heightId = (heightFirst ? first : second).get("id");
            var hashId = (heightFirst ? second : first).get("id");

            server.send("{\"jsonrpc\":\"2.0\",\"id\":" + hashId + ",\"result\":\"" + ViteSamples.hash(7) + "\"}");
            server.send("{\"jsonrpc\":\"2.0\",\"id\":" + heightId + ",\"result\":\"105\"}");

            assertThat(hash.get(10, TimeUnit.SECONDS)).isEqualTo(Hash.parse(ViteSamples.hash(7)));
            assertThat(height.get(10, TimeUnit.SECONDS)).isEqualTo(Height.of(105));
        }
    }

    @Test
    @Tag("VITE-CASE-24")
    void errorWithoutIdFailsWhatWaitsAtOnce() throws Exception {
        node.silentOn("ledger_getLatestSnapshotHash");
        try (var client = connect()) {
            var call = client.ledger().latestSnapshotHash();
            var server = peer.awaitConnection();
            server.awaitText();

            server.send("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"unexpected EOF\"}}");

            assertThatThrownBy(() -> call.get(5, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(RemoteErrorException.class);
        }
    }

    @Test
    @Tag("VITE-CASE-20")
    void clientPingsAndAnswersPings() throws Exception {
        var options = ViteClientOptions.builder(peer.webSocketUri("/vite"))
                .pingInterval(Duration.ofMillis(50))
                .build();
        try (var client = ViteClient.connect(options).get(10, TimeUnit.SECONDS)) {
            var server = peer.awaitConnection();
            server.ping();

            awaitTrue(() -> server.pings() >= 2 && server.pongs() >= 1);
            assertThat(client.ledger().snapshotChainHeight().get(10, TimeUnit.SECONDS))
                    .isEqualTo(Height.MAX);
        }
    }

    @Test
    @Tag("VITE-CASE-111")
    void pingIntervalIsWellBelowTheSixtySecondsOfProxies() {
        var options = ViteClientOptions.builder(URI.create("wss://node.example/gvite/ws"))
                .build();

        assertThat(options.pingInterval()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    @Tag("VITE-CASE-77")
    void largestHeightSurvives() throws Exception {
        try (var client = connect()) {
            assertThat(client.ledger().snapshotChainHeight().get(10, TimeUnit.SECONDS))
                    .isEqualTo(Height.MAX)
                    .hasToString("18446744073709551615");
        }
    }

    @Test
    void unansweredCallTimesOut() throws Exception {
        node.silentOn("ledger_getLatestSnapshotHash");
        var options = ViteClientOptions.builder(peer.webSocketUri("/vite"))
                .requestTimeout(Duration.ofMillis(100))
                .build();
        try (var client = ViteClient.connect(options).get(10, TimeUnit.SECONDS)) {
            assertThatThrownBy(() -> client.ledger().latestSnapshotHash().get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(RequestTimedOutException.class);
        }
    }

    @Test
    void refusedConnectionIsConnectionLost() {
        peer.stopAccepting();
        peer.close();

        assertThatThrownBy(() -> ViteClient.connect(peer.webSocketUri("/vite")).get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(ConnectionLostException.class);
    }

    @Test
    void userCodeRunsOnTheUsersExecutorAndNowhereElse() throws Exception {
        var executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "mine"));
        var options = ViteClientOptions.builder(peer.webSocketUri("/vite"))
                .executor(executor)
                .build();
        var heard = new Heard<SnapshotBlockMessage>();
        var threads = new CopyOnWriteArrayList<String>();
        Runnable note = () -> threads.add(Thread.currentThread().getName());
        var connecting = ViteClient.connect(options);
        var noted = connecting.thenRun(note);
        try (var client = connecting.get(10, TimeUnit.SECONDS)) {
            var stream = client.subscribe(new Subscription.SnapshotBlocks(), heard);
            stream.ready().thenRun(note).get(10, TimeUnit.SECONDS);
            client.ledger().snapshotChainHeight().thenRun(note).get(10, TimeUnit.SECONDS);
            peer.awaitConnection().send(ViteSamples.callback(ID, List.of(ViteSamples.snapshotBlock(1, false))));
            heard.await(1);
        }
        noted.get(10, TimeUnit.SECONDS);
        heard.awaitEnd();

        assertThat(heard.threads).containsOnly("mine");
        assertThat(threads).hasSize(3).allMatch(name -> name.equals("mine") || name.equals(mainThread()));
        executor.shutdown();
    }

    @Test
    void threadsOfTheClientAreDaemons() throws Exception {
        try (var client = connect()) {
            client.subscribe(new Subscription.SnapshotBlocks(), new Heard<>())
                    .ready()
                    .get(10, TimeUnit.SECONDS);

            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(
                            thread -> thread.getName().toLowerCase(Locale.ROOT).contains("lookout"))
                    .isNotEmpty()
                    .allMatch(Thread::isDaemon);
        }
    }

    @Test
    void slowListenerDelaysNoOtherStream() throws Exception {
        node.on(
                "subscribe_subscribe",
                params -> params.get(0).equals(JsonValue.of("newSnapshotBlock"))
                        ? "\"" + ID + "\""
                        : "\"" + OTHER_ID + "\"");
        try (var client = connect()) {
            var release = new CompletableFuture<Void>();
            client.subscribe(new Subscription.AccountBlocks(), block -> release.join());
            var heard = new Heard<SnapshotBlockMessage>();
            client.subscribe(new Subscription.SnapshotBlocks(), heard).ready().get(10, TimeUnit.SECONDS);
            var server = peer.awaitConnection();

            server.send(ViteSamples.callback(OTHER_ID, List.of(ViteSamples.accountBlock(1, false))));
            server.send(ViteSamples.callback(ID, List.of(ViteSamples.snapshotBlock(1, false))));

            heard.await(1);
            assertThat(client.ledger().snapshotChainHeight().get(10, TimeUnit.SECONDS))
                    .isEqualTo(Height.MAX);
            release.complete(null);
        }
    }

    @Test
    @Tag("VITE-CASE-54")
    void overHttpTheSameStreamIsPolled() throws Exception {
        var polls = new AtomicInteger();
        node.on("subscribe_newSnapshotBlockFilter", params -> "\"" + OTHER_ID + "\"")
                .on("subscribe_uninstallFilter", params -> "true")
                .on(
                        "subscribe_getChangesByFilterId",
                        params -> polls.incrementAndGet() == 2
                                ? ViteSamples.changes(OTHER_ID, List.of(ViteSamples.snapshotBlock(5, false)))
                                : "{\"result\":null,\"subscription\":\"" + OTHER_ID + "\"}");
        var options = ViteClientOptions.builder(peer.httpUri("/vite"))
                .pollInterval(Duration.ofMillis(20))
                .build();
        var heard = new Heard<SnapshotBlockMessage>();
        try (var client = ViteClient.connect(options).get(10, TimeUnit.SECONDS)) {
            client.subscribe(new Subscription.SnapshotBlocks(), heard);
            heard.await(1);
            assertThat(client.ledger().snapshotChainHeight().get(10, TimeUnit.SECONDS))
                    .isEqualTo(Height.MAX);
        }

        assertThat(heard.awaitEnd()).isEmpty();
        assertThat(heard.order).containsExactly("event", "end");
        assertThat(peer.requests().get(peer.requests().size() - 1).bodyText()).contains("subscribe_uninstallFilter");
    }

    private ViteClient connect() throws Exception {
        return ViteClient.connect(peer.webSocketUri("/vite")).get(10, TimeUnit.SECONDS);
    }

    private static String params(PeerConnection server) throws InterruptedException {
        return String.valueOf(((JsonObject) JsonValue.parse(server.awaitText())).get("params"));
    }

    private static String mainThread() {
        return Thread.currentThread().getName();
    }

    private static void awaitTrue(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
            Thread.sleep(5);
        }
    }
}
