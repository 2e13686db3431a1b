package dev.lookout.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.transport.ConnectOptions;
import dev.lookout.transport.Connection;
import dev.lookout.transport.ConnectionListener;
import dev.lookout.transport.HttpPoster;
import dev.lookout.transport.Lane;
import dev.lookout.transport.WebSocketConnector;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ScriptedPeerTest {
    private final WebSocketConnector connector = new WebSocketConnector();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void rpcScriptAnswersWithTheSameIdOverWebSocketAndHttp() throws Exception {
        var script = new RpcScript()
                .on("ledger_getSnapshotChainHeight", params -> "\"100\"")
                .failing("subscribe_getChangesByFilterId", -32002, ViteSamples.FILTER_NOT_FOUND);
        try (var peer = ScriptedPeer.start(script).onHttp(script::answer)) {
            var socket = connect(peer, "/vite");
            socket.send(Lane.CONTROL, "{\"id\":1.50,\"method\":\"ledger_getSnapshotChainHeight\"}");
            assertThat(heard()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1.50,\"result\":\"100\"}");
            socket.send(
                    Lane.CONTROL, "{\"id\":\"x\",\"method\":\"subscribe_getChangesByFilterId\",\"params\":[\"0x1\"]}");
            assertThat(heard())
                    .isEqualTo(
                            "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"error\":{\"code\":-32002,\"message\":\"filter not found\"}}");

            var reply = new HttpPoster()
                    .post(
                            peer.httpUri("/vite"),
                            "{\"id\":2,\"method\":\"ledger_getSnapshotChainHeight\"}",
                            Duration.ofSeconds(10))
                    .get(10, TimeUnit.SECONDS);
            assertThat(reply.bodyText()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":\"100\"}\n");
            assertThat(peer.requests()).hasSize(1);
        }
    }

    @Test
    void vigilScriptRegistersAndEchoes() throws Exception {
        try (var peer = ScriptedPeer.start(new VigilScript())) {
            var socket = connect(peer, "/ws");
            var seen = peer.awaitConnection();

            socket.send(Lane.CONTROL, "{\"command\":\"register\",\"key\":\"k\"}");
            assertThat(heard()).isEqualTo(VigilSamples.registerAck(VigilScript.sessionId(1)));
            socket.send(Lane.CONTROL, "{\"command\":\"heartbeat\",\"sessionID\":\"s\"}");
            assertThat(heard()).isEqualTo("{\"command\":\"heartbeat\",\"sessionID\":\"s\"}");
            socket.send(Lane.CONTROL, "{\"command\":\"unregister\",\"key\":\"k\"}");
            assertThat(heard()).isEqualTo(VigilSamples.UNREGISTER_ACK);

            assertThat(seen.awaitText()).contains("register");
            assertThat(seen.received()).hasSize(3);
            assertThat(seen.handshake().path()).isEqualTo("/ws");
        }
    }

    @Test
    void peerSpeaksUnaskedAndClosesAsTold() throws Exception {
        try (var peer = ScriptedPeer.start()) {
            connect(peer, "/");
            var first = peer.awaitConnection();
            first.send(VigilSamples.event(7));
            first.close(1011, "on purpose");
            assertThat(heard()).isEqualTo(VigilSamples.event(7));
            assertThat(heard()).isEqualTo("closed 1011 on purpose");

            connect(peer, "/");
            peer.awaitConnection().drop();
            assertThat(heard()).startsWith("closed 1006");
            assertThat(peer.connections()).hasSize(2);
        }
    }

    @Test
    void whatTheClientDoesIsSeen() throws Exception {
        try (var peer = ScriptedPeer.start()) {
            var socket = connect(peer, "/");
            var seen = peer.awaitConnection();

            seen.ping();
            socket.ping();
            socket.send(Lane.CONTROL, "bye");
            socket.close(1000, "done");

            assertThat(seen.awaitText()).isEqualTo("bye");
            assertThat(seen.awaitEnd()).isEqualTo(new PeerConnection.Ending(1000, "done"));
            assertThat(seen.pings()).isEqualTo(1);
        }
    }

    private Connection connect(ScriptedPeer peer, String path) throws Exception {
        var listener = new ConnectionListener() {
            @Override
            public void onText(String text) {
                heard.add(text);
            }

            @Override
            public void onClosed(int code, String reason) {
                heard.add("closed " + code + " " + reason);
            }
        };
        return connector
                .connect(peer.webSocketUri(path), listener, ConnectOptions.DEFAULT)
                .get(10, TimeUnit.SECONDS);
    }

    private String heard() throws InterruptedException {
        return java.util.Objects.requireNonNull(heard.poll(10, TimeUnit.SECONDS), "nothing heard within 10 s");
    }
}
