package dev.lookout.testkit;

import dev.lookout.transport.Connection;
import dev.lookout.transport.ConnectionListener;
import dev.lookout.transport.Handshake;
import dev.lookout.transport.HttpReply;
import dev.lookout.transport.HttpRequest;
import dev.lookout.transport.TransportLimits;
import dev.lookout.transport.TransportServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A real WebSocket and HTTP server on loopback that says what a test wants it to say, right or wrong.
 *
 * <p>What is always the same goes into a {@link Script} ({@link RpcScript}, {@link VigilScript}); what the test is about is said
 * through {@link PeerConnection}: silence, refusals, callbacks for nobody, a close in the middle.
 *
 * <pre>{@code
 * try (var peer = ScriptedPeer.start(new VigilScript());
 *         var client = VigilClient.open(peer.webSocketUri("/ws"), key)) {
 *     var connection = peer.awaitConnection();
 *     connection.send(VigilSamples.event(7));
 *     ...
 * }
 * }</pre>
 *
 * <p>Thread: any.
 */
public final class ScriptedPeer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final List<String> PATHS = List.of("/", "/ws", "/vite", "/vigil");

    private final Script script;
    private final TransportServer server;
    private final BlockingQueue<PeerConnection> unseen = new LinkedBlockingQueue<>();
    private final List<PeerConnection> connections = new CopyOnWriteArrayList<>();
    private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Function<HttpRequest, CompletableFuture<HttpReply>> http =
            request -> CompletableFuture.completedFuture(HttpReply.empty(404));

    private ScriptedPeer(int port, Script script) {
        this.script = script;
        // Sixteen MiB each way: a test that sends large messages is about the other side's limits, not about these.
        var limits = TransportLimits.DEFAULT
                .withInboundMessageBytes(16 << 20)
                .withOutboundQueue(100_000, 256L << 20)
                .withHttp(16 << 20, 1024);
        var builder = TransportServer.builder(HOST, port).limits(limits).http("/", this::answer);
        PATHS.forEach(path -> builder.webSocket(path, this::accept));
        this.server = builder.build();
        server.start();
    }

    /** A peer on a free port that says nothing by itself. */
    public static ScriptedPeer start() {
        return start(Script.SILENT);
    }

    /** A peer on a free port. */
    public static ScriptedPeer start(Script script) {
        return new ScriptedPeer(0, script);
    }

    /** A peer on the port of one that was closed: a server that comes back. */
    public static ScriptedPeer startAt(int port, Script script) {
        return new ScriptedPeer(port, script);
    }

    public int port() {
        return server.port();
    }

    /** @param path {@code /}, {@code /ws}, {@code /vite} or {@code /vigil} */
    public URI webSocketUri(String path) {
        return URI.create("ws://" + HOST + ":" + port() + path);
    }

    /** @param path any */
    public URI httpUri(String path) {
        return URI.create("http://" + HOST + ":" + port() + path);
    }

    /** Answers HTTP requests from now on; before, all get 404. */
    public ScriptedPeer onHttp(Function<HttpRequest, HttpReply> answers) {
        return onHttpLater(request -> CompletableFuture.completedFuture(answers.apply(request)));
    }

    /** Like {@link #onHttp} for answers that come late or never. */
    public ScriptedPeer onHttpLater(Function<HttpRequest, CompletableFuture<HttpReply>> answers) {
        http = answers;
        return this;
    }

    /** The next connection that no call of this method has given yet; waits up to 10 s of real time. */
    public PeerConnection awaitConnection() throws InterruptedException {
        var connection = unseen.poll(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        if (connection == null) {
            throw new AssertionError(
                    "No further connection within " + DEADLINE + " after the " + connections.size() + " so far");
        }
        return connection;
    }

    /** All connections so far, ended ones included. */
    public List<PeerConnection> connections() {
        return List.copyOf(connections);
    }

    /** All HTTP requests so far. */
    public List<HttpRequest> requests() {
        return List.copyOf(requests);
    }

    /** Refuses new connections from now on; what is open goes on. */
    public void stopAccepting() {
        server.stopAccepting();
    }

    /** Drops what is open. */
    @Override
    public void close() {
        server.close();
    }

    private ConnectionListener accept(Connection connection, Handshake handshake) {
        var seen = new PeerConnection(connection, handshake, script);
        connections.add(seen);
        unseen.add(seen);
        script.onOpen(seen);
        return seen.listener();
    }

    private CompletableFuture<HttpReply> answer(HttpRequest request) {
        requests.add(request);
        return http.apply(request);
    }
}
