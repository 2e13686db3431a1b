package dev.lookout.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebSocketServerTest {
    private final RecordingListener listener = new RecordingListener();
    private TransportServer server;

    @BeforeEach
    void start() {
        server = TransportServer.builder("127.0.0.1", 0)
                .webSocket("/echo", (connection, handshake) -> new RecordingListener() {
                    @Override
                    public void onText(String text) {
                        connection.send(Lane.DATA, text);
                    }
                })
                .webSocket("/record", (connection, handshake) -> listener)
                .webSocket("/limited", (connection, handshake) -> new ConnectionListener() {
                    @Override
                    public void onText(String text) {}

                    @Override
                    public void onTooLarge(long bytes) {
                        listener.onTooLarge(bytes);
                        connection.send(Lane.CONTROL, "too large");
                        connection.close(1000, "");
                    }

                    @Override
                    public void onClosed(int code, String reason) {
                        listener.onClosed(code, reason);
                    }
                })
                .webSocket("/proto", WebSocketOptions.DEFAULT.withEchoedSubprotocol(), (connection, h) -> listener)
                .webSocket(
                        "/origin",
                        WebSocketOptions.DEFAULT.withAllowedOrigins(java.util.Set.of("https://good.example")),
                        (connection, h) -> listener)
                .http(
                        "/",
                        request -> java.util.concurrent.CompletableFuture.completedFuture(
                                HttpReply.of(200, "text/plain", "hello " + request.path())))
                .limits(TransportLimits.DEFAULT.withTimeouts(
                        Duration.ofSeconds(30), Duration.ofSeconds(120), Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .build();
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("VITE-WS-4")
    void textComesBackUnfragmentedAndUnmasked() throws Exception {
        try (RawPeer peer = RawPeer.open(server.port(), "/echo")) {
            for (String text : new String[] {"", "a", "x".repeat(126), "y".repeat(70_000), "é€😀"}) {
                peer.text(text);

                RawPeer.Frame frame = peer.read();
                assertThat(frame.text()).isEqualTo(text);
                assertThat(frame.fin()).isTrue();
                assertThat(frame.masked()).isFalse();
                assertThat(frame.opcode()).isEqualTo(Frames.TEXT);
            }
        }
    }

    @Test
    @Tag("VIGIL-S-32")
    @Tag("VITE-WS-6")
    void fragmentsAreJoinedWithAPingBetweenThem() throws Exception {
        try (RawPeer peer = RawPeer.open(server.port(), "/record")) {
            peer.frame(false, Frames.TEXT, "one ".getBytes(UTF_8));
            peer.frame(true, Frames.PING, "hi".getBytes(UTF_8));
            peer.frame(false, Frames.CONTINUATION, "two ".getBytes(UTF_8));
            peer.frame(true, Frames.CONTINUATION, "three".getBytes(UTF_8));

            assertThat(peer.read())
                    .matches(f -> f.opcode() == Frames.PONG && f.text().equals("hi"));
            assertThat(listener.next()).isEqualTo("ping");
            assertThat(listener.next()).isEqualTo("text one two three");
        }
    }

    @Test
    @Tag("VITE-CASE-21")
    void tooLargeAFrameIsReportedAndTheFinalTextStillArrives() throws Exception {
        try (RawPeer peer = RawPeer.open(server.port(), "/limited")) {
            peer.text("z".repeat(200_000));

            assertThat(listener.next()).isEqualTo("tooLarge 200000");
            assertThat(peer.read().text()).isEqualTo("too large");
            assertThat(peer.read()).matches(f -> f.opcode() == Frames.CLOSE && f.closeCode() == 1000);
            peer.close(1000);
            assertThat(peer.ended()).isTrue();
            assertThat(listener.next()).isEqualTo("closed 1000");
        }
    }

    @Test
    void peerCloseIsEchoedAndReported() throws Exception {
        try (RawPeer peer = RawPeer.open(server.port(), "/record")) {
            peer.frame(true, Frames.CLOSE, new byte[] {0x0F, (byte) 0xA1, 'b', 'y', 'e'});

            assertThat(listener.next()).isEqualTo("closed 4001 bye");
            assertThat(peer.read()).matches(f -> f.opcode() == Frames.CLOSE && f.closeCode() == 4001);
            assertThat(peer.ended()).isTrue();
        }
    }
}
