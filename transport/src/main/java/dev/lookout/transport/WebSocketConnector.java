package dev.lookout.transport;

import dev.lookout.model.ConnectionLostException;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.jspecify.annotations.Nullable;

/**
 * Opens WebSocket connections to servers; all of them share its few daemon threads.
 *
 * <p>Thread: any. Listeners run on the executor given, one call at a time per connection.
 */
public final class WebSocketConnector implements AutoCloseable {
    private final Executor workers;
    private final @Nullable ExecutorService ownWorkers;
    /** Tyrus waits for the handshake on the caller's thread: these wait instead, one per connect under way. */
    private final ExecutorService connecting = WorkerPool.create("lookout-connect");

    private final Flusher flusher = new Flusher("lookout-client", 1);
    private final Sweeper sweeper = new Sweeper("lookout-client");
    private final TCPNIOTransport transport = transport();
    private final Set<WebSocketConnection> connections = ConcurrentHashMap.newKeySet();

    /** Runs listeners on a small pool of daemon threads of its own. */
    public WebSocketConnector() {
        ownWorkers = WorkerPool.create("lookout-client");
        workers = ownWorkers;
    }

    /** @param workers runs the listeners; not shut down by {@link #close} */
    public WebSocketConnector(Executor workers) {
        this.ownWorkers = null;
        this.workers = workers;
    }

    /**
     * Connects; the future ends with the open connection, or exceptionally with a {@code ConnectionLostException} that says
     * why (refused, timed out, TLS, HTTP status of the answer). Never throws on account of the peer.
     *
     * @param uri {@code ws} or {@code wss}; TLS as the platform does by default
     * @param listener hears {@link ConnectionListener#onOpen} before the future completes and only if it succeeds
     */
    public CompletableFuture<Connection> connect(URI uri, ConnectionListener listener, ConnectOptions options) {
        var opened = new CompletableFuture<Connection>();
        try {
            connecting.execute(() -> connectNow(uri, listener, options, opened));
        } catch (RejectedExecutionException closed) {
            opened.completeExceptionally(
                    new ConnectionLostException("Cannot connect to " + uri + ": client is closed"));
        }
        return opened;
    }

    /** Drops the connections that are still open and ends the threads. */
    @Override
    public void close() {
        connecting.shutdownNow();
        List.copyOf(connections).forEach(WebSocketConnection::abort);
        try {
            transport.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException("Client sockets could not be closed", e);
        }
        flusher.close();
        sweeper.close();
        if (ownWorkers != null) {
            ownWorkers.shutdown();
        }
    }

    Executor workers() {
        return workers;
    }

    ScheduledExecutorService timer() {
        return sweeper.timer();
    }

    private void connectNow(
            URI uri, ConnectionListener listener, ConnectOptions options, CompletableFuture<Connection> opened) {
        var opening = new ClientOpening(uri, transport, options, listener, opened, this::connectionOn);
        try {
            startTransport();
            ClientManager manager = ClientManager.createClient(ClientSockets.Container.class.getName());
            manager.getProperties().put(ClientProperties.HANDSHAKE_TIMEOUT, (int)
                    options.timeout().toMillis());
            manager.connectToServer(opening.endpoint(), configuration(options, opening), uri);
        } catch (DeploymentException | IOException | RuntimeException e) {
            opening.abandon();
            opened.completeExceptionally(new ConnectionLostException("Cannot connect to " + uri + ": " + why(e), e));
        }
    }

    private WebSocketConnection connectionOn(GrizzlySocket socket, ConnectOptions options) {
        long pingNanos = options.pingInterval().map(Duration::toNanos).orElse(0L);
        var connection =
                new WebSocketConnection(false, options.limits(), pingNanos, socket, workers, flusher, ended -> {
                    connections.remove(ended);
                    sweeper.remove(ended);
                });
        connections.add(connection);
        sweeper.add(connection);
        return connection;
    }

    private synchronized void startTransport() throws IOException {
        if (transport.isStopped()) {
            transport.start();
        }
    }

    private static ClientEndpointConfig configuration(ConnectOptions options, ClientOpening opening) {
        ClientEndpointConfig configuration = ClientEndpointConfig.Builder.create()
                .preferredSubprotocols(options.subprotocols())
                .configurator(new ClientEndpointConfig.Configurator() {
                    @Override
                    public void beforeRequest(Map<String, List<String>> headers) {
                        // Tyrus sends the server's own address as Origin; only browsers have one to tell.
                        headers.remove("Origin");
                        options.headers().forEach((name, value) -> headers.put(name, new ArrayList<>(List.of(value))));
                    }
                })
                .build();
        configuration.getUserProperties().put(ClientSockets.OPENING, opening);
        return configuration;
    }

    /** The innermost reason: Tyrus wraps it several times. */
    private static String why(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static TCPNIOTransport transport() {
        ThreadPoolConfig threads = ThreadPoolConfig.defaultConfig()
                .setPoolName("lookout-client-io")
                .setDaemon(true)
                .setCorePoolSize(1)
                .setMaxPoolSize(1);
        return TCPNIOTransportBuilder.newInstance()
                .setIOStrategy(SameThreadIOStrategy.getInstance())
                .setSelectorThreadPoolConfig(threads)
                .setSelectorRunnersCount(1)
                .setTcpNoDelay(true)
                .setReuseAddress(false)
                .build();
    }
}
