package dev.lookout.transport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
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
    private TransportServer(Builder settings) {
        throw new UnsupportedOperationException(String.valueOf(settings.executor));
    }

    /** @param port 0 = a free one, see {@link #port} */
    public static Builder builder(String host, int port) {
        return new Builder(host, port);
    }

    /** Binds and begins to serve. @throws java.io.UncheckedIOException if the port cannot be bound */
    public void start() {}

    /** The port really bound; after {@link #start}. */
    public int port() {
        return 0;
    }

    /** Open WebSocket connections. */
    public int connections() {
        return 0;
    }

    /** Closes the listening socket; what is open goes on. */
    public void stopAccepting() {}

    /** Stops accepting, drops what is open and ends the threads that it made; idempotent. */
    @Override
    public void close() {}

    /** Collects what a server serves; not for several threads. */
    public static final class Builder {
        final String host;
        final int port;
        final Map<String, Object> webSockets = new LinkedHashMap<>();
        TransportLimits limits = TransportLimits.DEFAULT;

        @Nullable
        Executor executor;

        private Builder(String host, int port) {
            this.host = host;
            this.port = port;
        }

        /** Serves WebSocket on exactly this path, any origin, no sub-protocol. */
        public Builder webSocket(String path, WebSocketAcceptor acceptor) {
            return webSocket(path, WebSocketOptions.DEFAULT, acceptor);
        }

        public Builder webSocket(String path, WebSocketOptions options, WebSocketAcceptor acceptor) {
            webSockets.put(path, options);
            return this;
        }

        /** Serves HTTP on this path and all below it; {@code /} catches everything. */
        public Builder http(String pathPrefix, HttpHandler handler) {
            webSockets.put(pathPrefix, handler);
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
