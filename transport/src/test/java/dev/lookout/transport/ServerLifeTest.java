package dev.lookout.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerLifeTest {
    private final RecordingListener served = new RecordingListener();
    private final TransportServer server = TransportServer.builder("127.0.0.1", 0)
            .webSocket("/", (connection, handshake) -> served)
            .build();

    @Test
    void afterStopAcceptingWhatIsOpenGoesOn() throws Exception {
        server.start();
        try (server;
                RawPeer peer = RawPeer.open(server.port(), "/")) {
            served.connection();
            server.stopAccepting();

            peer.text("still here");
            assertThat(served.next()).isEqualTo("text still here");
            assertThat(server.connections()).isEqualTo(1);
            awaitRefusal();
        }
        assertThat(served.next()).isEqualTo("closed 1006");
    }

    /** The kernel stops listening when the selector has let go of the closed channel, which is soon but not at once. */
    private void awaitRefusal() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < deadline) {
            try {
                RawPeer.connect(server.port()).close();
            } catch (ConnectException refused) {
                return;
            } catch (SocketException reset) {
                // taken by the kernel, dropped with the listening socket: the next attempt tells
            }
        }
        throw new AssertionError("the port still takes connections 20 s after stopAccepting");
    }

    @Test
    void aTakenPortIsNamed() {
        server.start();
        try (server;
                var second = TransportServer.builder("127.0.0.1", server.port()).build()) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(":" + server.port());
        }
    }

    @Test
    void clientAndServerTalkThroughTheSameKindOfConnection() throws Exception {
        server.start();
        var listener = new RecordingListener();
        try (server;
                var connector = new WebSocketConnector()) {
            Connection client = connector
                    .connect(
                            URI.create("ws://127.0.0.1:" + server.port() + "/"),
                            listener,
                            ConnectOptions.DEFAULT.withPingEvery(Duration.ofMillis(100)))
                    .get(20, TimeUnit.SECONDS);
            assertThat(client.send(Lane.CONTROL, "é" + "x".repeat(70_000))).isTrue();

            String first = served.next();
            assertThat(first.equals("ping") ? served.next() : first)
                    .endsWith("x")
                    .hasSize(5 + 70_001);
            assertThat(listener.next()).isEqualTo("pong");
            client.close(4001, "done");
            String last = served.next();
            while (last.equals("ping")) {
                last = served.next();
            }
            assertThat(last).isEqualTo("closed 4001 done");
        }
    }

    @Test
    void noThreadKeepsTheProgramAlive() {
        server.start();
        try (server;
                var connector = new WebSocketConnector()) {
            assertThat(connector).isNotNull();
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().contains("lookout"))
                    .isNotEmpty()
                    .allMatch(Thread::isDaemon);
        }
    }
}
