package dev.lookout.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What peers do that break the rules, stop reading, or send without end. */
@Timeout(60)
class WebSocketMisuseTest {
    private final RecordingListener listener = new RecordingListener();
    private final AtomicInteger slowlyHandled = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private TransportServer server;

    @BeforeEach
    void start() {
        server = TransportServer.builder("127.0.0.1", 0)
                .webSocket("/record", (connection, handshake) -> listener)
                .webSocket("/slow", (connection, handshake) -> new RecordingListener() {
                    @Override
                    public void onText(String text) {
                        try {
                            assertThat(release.await(30, TimeUnit.SECONDS)).isTrue();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        slowlyHandled.incrementAndGet();
                    }
                })
                .webSocket("/proto", WebSocketOptions.DEFAULT.withEchoedSubprotocol(), (connection, h) -> listener)
                .webSocket(
                        "/origin",
                        WebSocketOptions.DEFAULT.withAllowedOrigins(Set.of("https://good.example")),
                        (connection, h) -> listener)
                .http("/record", request -> CompletableFuture.completedFuture(HttpReply.of(200, "text/plain", "http")))
                .limits(TransportLimits.DEFAULT
                        .withInboundQueue(16)
                        .withTimeouts(
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(120),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(1)))
                .build();
        server.start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.close();
    }

    @Test
    @Tag("VIGIL-ROW-21")
    void hugeAnnouncedLengthIsRefusedBeforeItsBytesCome() throws Exception {
        try (RawPeer peer = RawPeer.open(server.port(), "/record")) {
            peer.write(RawPeer.header(true, Frames.TEXT, 100L << 20, true));

            assertThat(listener.next()).isEqualTo("tooLarge " + (100L << 20));
            assertThat(peer.read().closeCode()).isEqualTo(1009);
            assertThat(peer.ended()).isTrue();
            assertThat(listener.next()).isEqualTo("closed 1006");
        }
    }

    @Test
    void fragmentsTogetherBeyondTheLimitAreTooLarge() throws Exception {
        try (RawPeer peer = RawPeer.open(server.port(), "/record")) {
            listener.connection().inboundLimit(100);
            peer.frame(false, Frames.TEXT, new byte[60]);
            peer.frame(true, Frames.CONTINUATION, new byte[60]);

            assertThat(listener.next()).isEqualTo("tooLarge 120");
            assertThat(peer.read().closeCode()).isEqualTo(1009);
        }
    }

    @Test
    @Tag("VIGIL-ROW-20")
    @Tag("VIGIL-S-30")
    void invalidUtf8ClosesWith1007() throws Exception {
        try (RawPeer peer = RawPeer.open(server.port(), "/record")) {
            peer.frame(true, Frames.TEXT, new byte[] {'a', (byte) 0xFF});

            assertThat(peer.read()).matches(f -> f.opcode() == Frames.CLOSE && f.closeCode() == 1007);
            peer.close(1007);
            assertThat(listener.next()).isEqualTo("closed 1007");
        }
    }

    @Test
    void unmaskedFrameClosesWith1002() throws Exception {
        try (RawPeer peer = RawPeer.open(server.port(), "/record")) {
            peer.write(new byte[] {(byte) 0x81, 1, 'a'});

            assertThat(peer.read().closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void brokenFramesCloseWith1002() throws Exception {
        byte[][] broken = {
            RawPeer.encode(true, Frames.CONTINUATION, new byte[1]),
            RawPeer.encode(true, 3, new byte[1]),
            RawPeer.encode(true, 0xB, new byte[1]),
            RawPeer.encode(false, Frames.PING, new byte[1]),
            RawPeer.encode(true, Frames.PING, new byte[126]),
            RawPeer.encode(true, Frames.TEXT | 0x40, new byte[1])
        };
        for (byte[] frame : broken) {
            try (RawPeer peer = RawPeer.open(server.port(), "/record")) {
                peer.write(frame);
                assertThat(peer.read().closeCode())
                        .as("frame starting with %x", frame[0])
                        .isEqualTo(1002);
            }
        }
    }

    @Test
    void binaryIsReported() throws Exception {
        try (RawPeer peer = RawPeer.open(server.port(), "/record")) {
            peer.frame(true, Frames.BINARY, "{}".getBytes(UTF_8));

            assertThat(listener.next()).isEqualTo("binary 2");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1003, 1007, 1008, 1009, 1011, 4000, 4429})
    void closeCodesGoOutAsAsked(int code) throws Exception {
        try (RawPeer peer = RawPeer.open(server.port(), "/record")) {
            listener.connection().close(code, "because");

            RawPeer.Frame frame = peer.read();
            assertThat(frame.closeCode()).isEqualTo(code);
            assertThat(frame.closeReason()).isEqualTo("because");
            peer.close(code);
            assertThat(listener.next()).startsWith("closed " + code);
        }
    }

    @Test
    void closeWithoutCodeIsReportedAs1005AndAbsentCloseAs1006() throws Exception {
        try (RawPeer peer = RawPeer.open(server.port(), "/record")) {
            peer.frame(true, Frames.CLOSE, new byte[0]);
            assertThat(listener.next()).isEqualTo("closed 1005");
            assertThat(peer.read().closeCode()).isEqualTo(1005);
        }
        try (RawPeer peer = RawPeer.open(server.port(), "/record")) {
            peer.text("x");
            assertThat(listener.next()).isEqualTo("text x");
        }
        assertThat(listener.next()).isEqualTo("closed 1006");
    }

    @Test
    void serverPingIsAnsweredAndReported() throws Exception {
        try (RawPeer peer = RawPeer.open(server.port(), "/record")) {
            listener.connection().ping();
            assertThat(peer.read().opcode()).isEqualTo(Frames.PING);
            peer.frame(true, Frames.PONG, new byte[0]);

            assertThat(listener.next()).isEqualTo("pong");
        }
    }

    @Test
    @Tag("VITE-CASE-46")
    void aPeerThatStopsReadingMeetsTheBoundAndIsDropped() throws Exception {
        try (RawPeer peer = RawPeer.connectNarrow(server.port())) {
            peer.upgrade("/record");
            Connection connection = listener.connection();
            OutboundText text = OutboundText.of("x".repeat(60_000));
            int sent = 0;
            while (connection.send(Lane.DATA, text)) {
                sent++;
                assertThat(sent).isLessThan(10_000);
            }
            assertThat(connection.queuedBytes()).isLessThanOrEqualTo(TransportLimits.DEFAULT.outboundBytes());

            connection.close(1000, "slow consumer");

            assertThat(listener.next()).isEqualTo("closed 1006");
        }
    }

    @Test
    void aFloodedListenerPausesReadingAndLosesNothing() throws Exception {
        int count = 20_000;
        try (RawPeer peer = RawPeer.open(server.port(), "/slow")) {
            byte[] frame = RawPeer.encode(true, Frames.TEXT, new byte[200]);
            var writer = new Thread(() -> {
                try {
                    for (int i = 0; i < count; i++) {
                        peer.write(frame);
                    }
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            writer.start();
            writer.join(500);
            release.countDown();
            writer.join(30_000);

            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (slowlyHandled.get() < count && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(slowlyHandled).hasValue(count);
        }
    }

    @Test
    @Tag("VIGIL-S-41")
    void unknownPathIs404AndPlainGetGoesToTheHttpHandler() throws Exception {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            assertThat(peer.upgrade("/nothing").get(0)).contains("404");
        }
        try (RawPeer peer = RawPeer.connect(server.port())) {
            assertThat(peer.upgrade("/record?x=1").get(0)).contains("101");
        }
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.write("GET /record HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
            assertThat(peer.readHead().get(0)).contains("200");
            assertThat(peer.readBody(4)).isEqualTo("http");
        }
    }

    @Test
    @Tag("VITE-WS-2")
    @Tag("VITE-WS-3")
    void originAndSubprotocolAreAnsweredAsThePathSays() throws Exception {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            assertThat(peer.upgrade("/origin", "Origin: https://evil.example").get(0))
                    .contains("403");
        }
        try (RawPeer peer = RawPeer.connect(server.port())) {
            assertThat(peer.upgrade("/origin", "Origin: https://good.example").get(0))
                    .contains("101");
        }
        try (RawPeer peer = RawPeer.connect(server.port())) {
            assertThat(peer.upgrade("/proto", "Origin: https://evil.example").get(0))
                    .contains("101");
        }
        try (RawPeer peer = RawPeer.connect(server.port())) {
            assertThat(peer.upgrade("/proto", "Sec-WebSocket-Protocol: gvite"))
                    .anyMatch(line -> line.equalsIgnoreCase("Sec-WebSocket-Protocol: gvite"));
        }
        try (RawPeer peer = RawPeer.connect(server.port())) {
            assertThat(peer.upgrade("/proto", "Sec-WebSocket-Protocol: a, b").get(0))
                    .contains("400");
        }
        try (RawPeer peer = RawPeer.connect(server.port())) {
            assertThat(peer.upgrade("/record", "Sec-WebSocket-Protocol: gvite"))
                    .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-protocol"));
        }
    }
}
