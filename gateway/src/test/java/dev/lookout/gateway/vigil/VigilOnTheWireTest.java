package dev.lookout.gateway.vigil;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.Gateway;
import dev.lookout.gateway.GatewayOptions;
import dev.lookout.gateway.evm.AbiText;
import dev.lookout.gateway.evm.EvmChainEvent.BlockInserted;
import dev.lookout.transport.Connection;
import dev.lookout.transport.TransportLimits;
import dev.lookout.transport.TransportServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only shows on a real socket: frames, lanes, readers that do not read. Nothing secret is logged meanwhile. */
@Timeout(180)
class VigilOnTheWireTest {
    private static final String KEY = SessionFixture.READ.reveal();
    private static final Pattern SESSION = Pattern.compile("\"sessionID\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> SESSIONS = ConcurrentHashMap.newKeySet();

    private static CapturedLogs logs;

    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final InMemoryKeyRing keys = new InMemoryKeyRing();
    private int blocks;

    VigilOnTheWireTest() {
        keys.add("ours", new KeyPair(SessionFixture.READ, SessionFixture.WRITE));
    }

    @BeforeAll
    static void captureLogs() {
        logs = CapturedLogs.open();
    }

    @AfterEach
    void stopTimers() {
        timers.shutdownNow();
    }

    /** S-42: not by a level, not by an exception's text, not by a stack trace. */
    @AfterAll
    static void noSecretWasLogged() {
        logs.close();
        assertThat(SESSIONS).isNotEmpty();
        assertThat(logs.lines())
                .as("the sessions of the tests are logged by number")
                .anyMatch(line -> line.contains("registered for account"))
                .allSatisfy(line -> {
                    assertThat(line).doesNotContain(KEY, SessionFixture.WRITE.reveal(), SessionFixture.OTHER.reveal());
                    SESSIONS.forEach(session -> assertThat(line).doesNotContain(session));
                });
    }

    @Test
    @Tag("VIGIL-S-42")
    void everyKindOfMessageWithASecretIsSentWhileLogsAreCaptured() throws Exception {
        try (var gateway = gateway()) {
            for (String last : List.of(
                    SessionFixture.unregister(SessionFixture.OTHER.reveal()),
                    SessionFixture.register(SessionFixture.OTHER.reveal()),
                    "{\"command\":\"register\",\"key\":[\"" + KEY + "\"]}",
                    KEY,
                    "{\"command\":\"" + KEY + "\"}",
                    SessionFixture.unregister(SessionFixture.WRITE.reveal()))) {
                try (var client = new FrameClient(gateway.port(), "/vigil")) {
                    String session = register(client);
                    client.sendText(SessionFixture.heartbeat(session));
                    client.sendText(last);
                    assertThat(client.read().text()).contains(session);
                    assertThat(client.read().text()).contains("\"command\":");
                }
            }
            try (var client = new FrameClient(gateway.port(), "/ws")) {
                client.sendText(SessionFixture.register(SessionFixture.OTHER.reveal()));
                assertThat(client.read().text()).isEqualTo("{\"command\":\"register:nack\"}");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/vigil", "/ws"})
    @Tag("VIGIL-S-30")
    @Tag("VIGIL-ROW-20")
    void invalidTextCloses(String path) throws Exception {
        try (var gateway = gateway();
                var client = new FrameClient(gateway.port(), path)) {
            client.send(FrameClient.FINAL | FrameClient.TEXT, new byte[] {(byte) 0xff});

            assertThat(client.read().end()).startsWith("1007 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/vigil", "/ws", "/"})
    @Tag("VIGIL-S-32")
    void registerInThreeFramesWithAPingBetween(String path) throws Exception {
        byte[] text = SessionFixture.register(KEY).getBytes(UTF_8);
        try (var gateway = gateway();
                var client = new FrameClient(gateway.port(), path)) {
            client.send(FrameClient.TEXT, Arrays.copyOfRange(text, 0, 9));
            client.send(FrameClient.CONTINUATION, Arrays.copyOfRange(text, 9, 30));
            client.send(FrameClient.FINAL | FrameClient.PING, "between".getBytes(UTF_8));
            var pong = client.read();
            client.send(FrameClient.FINAL | FrameClient.CONTINUATION, Arrays.copyOfRange(text, 30, text.length));

            assertThat(pong.opcode()).isEqualTo(FrameClient.PONG);
            assertThat(pong.text()).isEqualTo("between");
            assertThat(client.read().text()).startsWith("{\"command\":\"register:ack\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/vigil", "/ws"})
    @Tag("VIGIL-S-33")
    void pingIsAnsweredWithItsPayload(String path) throws Exception {
        try (var gateway = gateway();
                var client = new FrameClient(gateway.port(), path)) {
            register(client);
            for (String payload : List.of("", "1", "x".repeat(125))) {
                client.send(FrameClient.FINAL | FrameClient.PING, payload.getBytes(UTF_8));
                var pong = client.read();

                assertThat(pong.opcode()).isEqualTo(FrameClient.PONG);
                assertThat(pong.text()).isEqualTo(payload);
            }
        }
    }

    @Test
    @Tag("VIGIL-S-41")
    @Tag("VIGIL-D-1")
    void upgradeOnAnotherPathIsNotFound() throws Exception {
        try (var gateway = gateway();
                var there = new FrameClient(gateway.port(), "/ws?x=1");
                var elsewhere = new FrameClient(gateway.port(), "/other")) {
            assertThat(there.statusLine()).startsWith("HTTP/1.1 101");
            assertThat(elsewhere.statusLine()).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    @Tag("VIGIL-S-14")
    @Tag("VIGIL-D-17")
    void heartbeatRepliesOvertakeWhatWaits() throws Exception {
        int payloads = 1000;
        var endpoint = endpoint();
        try (var server = server(endpoint, 2048, 64L << 20);
                var client = new FrameClient(server.port(), "/ws")) {
            String session = register(client);
            for (int i = 0; i < payloads; i++) {
                endpoint.event(block(4000));
            }
            var connection = connections.get(0);
            int waiting = settled(connection);
            assertThat(waiting).as("payloads that wait").isGreaterThan(payloads / 4);

            for (int beat = 1; beat <= 3; beat++) {
                client.sendText(SessionFixture.heartbeat(session));
                int soMany = waiting + beat;
                await(() -> connection.queuedMessages() == soMany);
            }

            var kinds = new ArrayList<String>();
            for (int i = 0; i < payloads + 3; i++) {
                kinds.add(client.read().text().startsWith("{\"command\":\"heartbeat\"") ? "beat" : "payload");
            }
            int first = kinds.indexOf("beat");
            assertThat(kinds.subList(first, first + 3)).containsOnly("beat");
            assertThat(kinds.subList(first + 3, kinds.size()))
                    .containsOnly("payload")
                    .hasSize(waiting);
        } finally {
            endpoint.close();
        }
    }

    @Test
    @Tag("VIGIL-S-34")
    @Tag("VIGIL-ROW-23")
    @Tag("VIGIL-D-18")
    void readerThatStopsIsClosedAndNobodyElseNotices() throws Exception {
        int payloads = 2000;
        var endpoint = endpoint();
        try (var server = server(endpoint, 1024, 4L << 20);
                var deaf = new FrameClient(server.port(), "/ws");
                var other = RawVigilClient.connect(server.port(), "/ws")) {
            register(deaf);
            other.send(SessionFixture.register(KEY));
            other.next();
            await(() -> endpoint.sessions() == 2);
            for (int i = 0; i < payloads; i++) {
                endpoint.event(block(4000));
            }

            for (int i = 1; i <= payloads; i++) {
                assertThat(other.next()).contains(Chain.hash("tx" + i).toString());
            }
            assertThat(endpoint.counters().slowConsumers()).isEqualTo(1);
            assertThat(endpoint.sessions()).isEqualTo(1);
            var frame = deaf.read();
            while (frame.opcode() != FrameClient.CLOSE) {
                frame = deaf.read();
            }
            assertThat(frame.end()).isEqualTo("1000 slow consumer");
        } finally {
            endpoint.close();
        }
    }

    @Test
    @Tag("VIGIL-S-37")
    @Tag("VIGIL-D-17")
    void largestMessageFitsAndALargerOneIsCut() throws Exception {
        var endpoint = endpoint();
        try (var server = server(endpoint, 1024, 4L << 20);
                var client = RawVigilClient.connect(server.port(), "/ws")) {
            client.send(SessionFixture.register(KEY));
            client.next();
            await(() -> endpoint.sessions() == 1);
            endpoint.event(block(1000));
            int rest = client.next().length() - 2 * 2000;
            int fitting = (VigilLimits.specified().outboundMessageBytes() - rest) / 4;

            endpoint.event(block(fitting));
            endpoint.event(block(fitting + 1));

            assertThat(client.next()).hasSizeBetween((1 << 20) - 3, 1 << 20).doesNotContain("truncated");
            assertThat(client.next())
                    .hasSizeLessThan(8192)
                    .containsPattern("\"input\":\"0xdeadbeef[0]{4088}\"")
                    .contains("\"input_data\":null")
                    .endsWith(",\"truncated\":true}");
        } finally {
            endpoint.close();
        }
    }

    private VigilEndpoint endpoint() {
        return VigilEndpoint.builder(keys, Chain.book(AbiText.abi("event Ping(uint256 n)")), timers, System::nanoTime)
                .patience(Duration.ofSeconds(1))
                .build();
    }

    /** @param bytes of calldata of the block's one call, of which the message has two hex copies */
    private BlockInserted block(int bytes) {
        blocks++;
        var call = Chain.call("tx" + blocks, 0, "0xdeadbeef" + "00".repeat(bytes - 4));
        return new BlockInserted(Chain.block(
                "b" + blocks, Chain.hash("b" + (blocks - 1)), blocks, List.of(call), Chain.receipt(call, 1)));
    }

    private TransportServer server(VigilEndpoint endpoint, int messages, long bytes) {
        var usual = TransportLimits.DEFAULT;
        var limits = new TransportLimits(
                usual.inboundMessageBytes(),
                usual.inboundQueuedMessages(),
                messages,
                bytes,
                usual.httpBodyBytes(),
                usual.connections(),
                usual.httpRequests(),
                usual.readTimeout(),
                usual.idleTimeout(),
                PATIENCE,
                PATIENCE);
        var server = TransportServer.builder("127.0.0.1", 0)
                .limits(limits)
                .webSocket("/ws", (connection, handshake) -> {
                    connections.add(connection);
                    return endpoint.accept(connection, handshake);
                })
                .build();
        server.start();
        return server;
    }

    private Gateway gateway() {
        return Gateway.start(GatewayOptions.builder().port(0).keys(keys).build());
    }

    private static String register(FrameClient client) throws Exception {
        client.sendText(SessionFixture.register(KEY));
        var ack = SESSION.matcher(client.read().text());
        assertThat(ack.find()).isTrue();
        SESSIONS.add(ack.group(1));
        return ack.group(1);
    }

    /** How many messages wait once the socket takes no more. */
    private static int settled(Connection connection) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int before = -1;
        int same = 0;
        while (same < 20) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            int now = connection.queuedMessages();
            same = now == before ? same + 1 : 0;
            before = now;
            Thread.sleep(10); // real time is the subject: the kernel's buffers fill on their own
        }
        return before;
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.sleep(2);
        }
    }
}
