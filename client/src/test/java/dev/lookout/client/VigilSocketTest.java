package dev.lookout.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.model.RegistrationRefusedException;
import dev.lookout.model.vigil.ApiKey;
import dev.lookout.model.vigil.VigilPush;
import dev.lookout.testkit.FramePeer;
import dev.lookout.testkit.PeerConnection;
import dev.lookout.testkit.ScriptedPeer;
import dev.lookout.testkit.VigilSamples;
import dev.lookout.testkit.VigilScript;
import dev.lookout.transport.JsonObject;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client over real sockets; the rules of time are in {@link VigilClientTest}. */
@Timeout(30)
class VigilSocketTest {
    private static final ApiKey KEY = ApiKey.of(VigilSamples.KEY);

    @Test
    @Tag("VIGIL-C-02")
    void registersBeatsDeliversAndUnregisters() throws Exception {
        var heard = new Heard<VigilPush>();
        try (var peer = ScriptedPeer.start(new VigilScript())) {
            var client = VigilClient.open(peer.webSocketUri("/ws"), KEY).listen(heard);
            client.ready().get(10, TimeUnit.SECONDS);
            var server = peer.awaitConnection();
            server.send(VigilSamples.contractActivity(1));
            server.send(VigilSamples.event(2));
            heard.await(3);

            client.close();

            assertThat(server.awaitEnd().code()).isEqualTo(1000);
            assertThat(server.received())
                    .containsExactly(
                            "{\"command\":\"register\",\"key\":\"" + VigilSamples.KEY + "\"}",
                            "{\"command\":\"heartbeat\",\"sessionID\":\"" + VigilScript.sessionId(1) + "\"}",
                            "{\"command\":\"unregister\",\"key\":\"" + VigilSamples.KEY + "\"}");
            assertThat(heard.awaitEnd()).isEmpty();
            assertThat(heard.order).containsExactly("CONNECTED", "event", "event", "end");
        }
    }

    @Test
    @Tag("VIGIL-C-06")
    void comesBackAfterADroppedSocketAndTellsTheGap() throws Exception {
        var heard = new Heard<VigilPush>();
        try (var peer = ScriptedPeer.start(new VigilScript());
                var client = open(peer.webSocketUri("/ws")).listen(heard)) {
            var first = peer.awaitConnection();
            first.awaitText();
            client.ready().get(10, TimeUnit.SECONDS);
            first.send(VigilSamples.event(100));
            heard.await(2);

            first.drop();
            var second = peer.awaitConnection();
            second.awaitText();
            second.awaitText();
            second.send(VigilSamples.event(140));

            assertThat(heard.await(6))
                    .containsExactly("CONNECTED", "event", "DISCONNECTED", "CONNECTED", "gap", "event");
            assertThat(heard.gaps.get(0).lastSeenBlock()).contains(BigInteger.valueOf(100));
            assertThat(heard.gaps.get(0).firstNewBlock()).contains(BigInteger.valueOf(140));
        }
    }

    @Test
    @Tag("VIGIL-C-07")
    void waitsForAServerThatIsNotThereYet() throws Exception {
        int port;
        try (var gone = ScriptedPeer.start()) {
            port = gone.port();
        }
        var uri = URI.create("ws://127.0.0.1:" + port + "/ws");
        var heard = new Heard<VigilPush>();
        try (var client = open(uri).listen(heard)) {
            heard.await(3);
            assertThat(heard.order).containsOnly("DISCONNECTED");

            try (var peer = ScriptedPeer.startAt(port, new VigilScript())) {
                client.ready().get(10, TimeUnit.SECONDS);
                assertThat(client.state()).isEqualTo(VigilState.STREAMING);
                assertThat(peer.connections()).isNotEmpty();
            }
        }
    }

    @Test
    @Tag("VIGIL-C-05")
    void refusedKeyEndsTheStream() throws Exception {
        var refusing = new VigilScript() {
            @Override
            protected void onRegister(PeerConnection connection, JsonObject register) {
                connection.send(VigilSamples.REGISTER_NACK);
                connection.close(1008, "invalid key");
            }
        };
        var heard = new Heard<VigilPush>();
        try (var peer = ScriptedPeer.start(refusing);
                var client = open(peer.webSocketUri("/ws")).listen(heard)) {
            assertThat(heard.awaitEnd()).get().isInstanceOf(RegistrationRefusedException.class);
            assertThat(client.state()).isEqualTo(VigilState.REJECTED);
        }
    }

    @Test
    @Tag("VIGIL-C-16")
    void closeEndsWithinItsWaitWhenTheServerSaysNothing() throws Exception {
        var silent = new VigilScript() {
            @Override
            protected void onUnregister(PeerConnection connection) {
                connection.send(VigilSamples.event(1));
                connection.send(VigilSamples.event(2));
            }
        };
        var heard = new Heard<VigilPush>();
        try (var peer = ScriptedPeer.start(silent)) {
            var options = VigilClientOptions.builder(peer.webSocketUri("/ws"), KEY)
                    .closeWait(Duration.ofMillis(500))
                    .build();
            var client = VigilClient.open(options).listen(heard);
            client.ready().get(10, TimeUnit.SECONDS);

            client.close();

            assertThat(heard.awaitEnd()).isEmpty();
            assertThat(heard.order).containsExactly("CONNECTED", "event", "event", "end");
        }
    }

    @Test
    @Tag("VIGIL-C-17")
    void messageOfManyFramesIsReadOnce() throws Exception {
        var note = "é".repeat(450_000);
        var large = VigilSamples.eventJson(7)
                .put("event_data", JsonObject.builder().put("note", note).build())
                .build()
                .toJson();
        var heard = new Heard<VigilPush>();
        try (var frames = FramePeer.start();
                var client = open(frames.uri()).listen(heard)) {
            frames.accept();
            assertThat(frames.readText()).contains("register");
            frames.sendText(VigilSamples.registerAck(VigilScript.sessionId(1)));

            frames.sendInFrames(large, 5);
            frames.sendText(VigilSamples.event(8));

            assertThat(heard.await(3)).containsExactly("CONNECTED", "event", "event");
            assertThat(heard.events.get(0).toString()).contains(note);
            assertThat(client.state()).isNotEqualTo(VigilState.REJECTED);
        }
    }

    private static VigilClient open(URI uri) {
        return VigilClient.open(VigilClientOptions.builder(uri, KEY)
                .backoff(Duration.ofMillis(5), Duration.ofMillis(50))
                .closeWait(Duration.ofMillis(500))
                .build());
    }
}
