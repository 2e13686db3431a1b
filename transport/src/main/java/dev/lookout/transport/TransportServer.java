package dev.lookout.transport;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.jspecify.annotations.Nullable;

/**
 * One listening port that serves WebSocket endpoints and HTTP handlers.
 *
 * <p>A WebSocket upgrade goes to the acceptor of exactly its path; without one it gets HTTP 404. Any other request goes to
 * the HTTP handler of the longest prefix that fits; without one it gets 404.
 *
 * <p>Thread: {@link #start} and {@link #close} by whoever wires the program; {@link #stopAccepting} any.
 */
public final class TransportServer implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_HEADERS = 100;

    /** How much of an unread body is skipped to keep the connection; beyond it the connection closes. */
    private static final long MAX_SKIPPED_BODY = 1 << 20;

    /** Grizzly tells each start and stop at INFO on the console; kept in a field so that the level is not forgotten. */
    private static final java.util.logging.Logger GRIZZLY = java.util.logging.Logger.getLogger("org.glassfish.grizzly");

    static {
        if (GRIZZLY.getLevel() == null) {
            GRIZZLY.setLevel(java.util.logging.Level.WARNING);
        }
    }

    private final String host;
    private final int port;
    private final TransportLimits limits;
    private final Map<String, WebSocketRoute> routes = new LinkedHashMap<>();
    private final TreeMap<String, HttpHandler> handlers = new TreeMap<>();
    private final Map<Long, WebSocketConnection> connections = new ConcurrentHashMap<>();
    private final Executor workers;
    private final @Nullable ExecutorService ownWorkers;
    private final HttpServer server = new HttpServer();
    private final NetworkListener listener;

    private @Nullable Flusher flusher;
    private @Nullable Sweeper sweeper;

    private TransportServer(Builder settings) {
        host = settings.host;
        port = settings.port;
        limits = settings.limits;
        settings.webSockets.forEach((path, socket) ->
                routes.put(path, new WebSocketRoute(path, socket.options(), socket.acceptor(), this::connectionOf)));
        handlers.putAll(settings.handlers);
        Executor given = settings.executor;
        if (given == null) {
            ownWorkers = WorkerPool.create("lookout-server");
            workers = ownWorkers;
        } else {
            ownWorkers = null;
            workers = given;
        }
        listener = new NetworkListener("lookout", host, port);
    }

    /** @param port 0 = a free one, see {@link #port} */
    public static Builder builder(String host, int port) {
        return new Builder(host, port);
    }

    /**
     * Binds and begins to serve; once only.
     *
     * @throws UncheckedIOException if the port cannot be bound
     */
    public void start() {
        flusher = new Flusher("lookout-server", WorkerPool.flushers());
        sweeper = new Sweeper("lookout-server");
        listener.setTransport(transport());
        listener.setMaxHttpHeaderSize(MAX_HEADER_BYTES);
        // The deadlines are ours (HttpDeadline): a WebSocket may be idle for as long as it likes.
        listener.getKeepAlive().setIdleTimeoutInSeconds(-1);
        listener.getKeepAlive().setMaxRequestsCount(-1);
        listener.getFileCache().setEnabled(false);
        listener.registerAddOn((network, chain) -> completeChain(network, chain));
        server.addListener(listener);
        ServerConfiguration configuration = server.getServerConfiguration();
        configuration.addHttpHandler(new HttpDispatcher(this::handlerOf, limits, workers), "/");
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("Cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    /** The port really bound; after {@link #start}. */
    public int port() {
        return listener.getPort();
    }

    /** Open WebSocket connections. */
    public int connections() {
        return connections.size();
    }

    /** Closes the listening socket; what is open goes on. */
    public void stopAccepting() {
        listener.getTransport().unbindAll();
    }

    /** Stops accepting, drops what is open and ends the threads that it made; idempotent. */
    @Override
    public void close() {
        // Told here: the I/O threads, which tell of a socket's end otherwise, may be gone before they see it.
        for (WebSocketConnection connection : connections.values()) {
            connection.abort();
            connection.socketEnded();
        }
        server.shutdownNow();
        if (flusher != null) {
            flusher.close();
        }
        if (sweeper != null) {
            sweeper.close();
        }
        if (ownWorkers != null) {
            ownWorkers.shutdown();
        }
    }

    private static TCPNIOTransport transport() {
        int processors = Runtime.getRuntime().availableProcessors();
        // Readers parse and decode; nothing of ours blocks on them. They are apart from the selectors because Grizzly
        // loses the next read of a connection whose HTTP body came in a later packet than its head when they are the
        // same.
        return TCPNIOTransportBuilder.newInstance()
                .setIOStrategy(WorkerThreadIOStrategy.getInstance())
                .setSelectorThreadPoolConfig(threads("lookout-server-select", 1))
                .setSelectorRunnersCount(1)
                .setWorkerThreadPoolConfig(threads("lookout-server-read", processors))
                .setTcpNoDelay(true)
                .setReuseAddress(true)
                .build();
    }

    private static ThreadPoolConfig threads(String name, int count) {
        return ThreadPoolConfig.defaultConfig()
                .setPoolName(name)
                .setDaemon(true)
                .setCorePoolSize(count)
                .setMaxPoolSize(count);
    }

    private void completeChain(NetworkListener network, FilterChainBuilder chain) {
        var container = new TyrusContainer();
        try {
            for (WebSocketRoute route : routes.values()) {
                container.register(route.endpoint());
            }
        } catch (DeploymentException e) {
            throw new IllegalArgumentException("A WebSocket path cannot be served: " + e.getMessage(), e);
        }
        Sweeper deadlines = Objects.requireNonNull(sweeper);
        chain.add(
                chain.indexOfType(HttpServerFilter.class),
                new WebSocketFilter(
                        container.getWebSocketEngine(),
                        path -> Optional.ofNullable(routes.get(path)),
                        connections,
                        limits,
                        workers,
                        Objects.requireNonNull(flusher),
                        deadlines));
        chain.set(
                chain.indexOfType(org.glassfish.grizzly.http.HttpServerFilter.class),
                new HttpCodec(MAX_HEADER_BYTES, network.getKeepAlive(), MAX_HEADERS, MAX_SKIPPED_BODY));
        chain.add(chain.indexOfType(TransportFilter.class) + 1, new AdmissionFilter(limits, deadlines));
    }

    private WebSocketConnection connectionOf(Session session) {
        Map<String, List<String>> parameters = session.getRequestParameterMap();
        String id = Objects.requireNonNull(parameters.get(WebSocketFilter.CONNECTION_ID))
                .get(0);
        return Objects.requireNonNull(connections.get(Long.valueOf(id)));
    }

    private Optional<HttpHandler> handlerOf(String path) {
        for (Map.Entry<String, HttpHandler> entry = handlers.floorEntry(path);
                entry != null;
                entry = handlers.lowerEntry(entry.getKey())) {
            String prefix = entry.getKey();
            if (path.equals(prefix) || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/")) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    private record WebSocketPath(WebSocketOptions options, WebSocketAcceptor acceptor) {}

    /** Collects what a server serves; not for several threads. */
    public static final class Builder {
        private final String host;
        private final int port;
        private final Map<String, WebSocketPath> webSockets = new LinkedHashMap<>();
        private final Map<String, HttpHandler> handlers = new LinkedHashMap<>();
        private TransportLimits limits = TransportLimits.DEFAULT;
        private @Nullable Executor executor;

        private Builder(String host, int port) {
            this.host = host;
            this.port = port;
        }

        /** Serves WebSocket on exactly this path, any origin, no sub-protocol. */
        public Builder webSocket(String path, WebSocketAcceptor acceptor) {
            return webSocket(path, WebSocketOptions.DEFAULT, acceptor);
        }

        public Builder webSocket(String path, WebSocketOptions options, WebSocketAcceptor acceptor) {
            webSockets.put(path, new WebSocketPath(options, acceptor));
            return this;
        }

        /** Serves HTTP on this path and all below it; {@code /} catches everything. */
        public Builder http(String pathPrefix, HttpHandler handler) {
            handlers.put(pathPrefix, handler);
            return this;
        }

        /** Default {@link TransportLimits#DEFAULT}. */
        public Builder limits(TransportLimits limits) {
            this.limits = limits;
            return this;
        }

        /** Runs listeners and handlers; default a pool of daemon threads owned by the server. Not shut down by it. */
        public Builder executor(Executor executor) {
            this.executor = executor;
            return this;
        }

        public TransportServer build() {
            return new TransportServer(this);
        }
    }
}
