package dev.lookout.transport;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Calls methods of a JSON-RPC server over a WebSocket or over HTTP.
 *
 * <p>Thread: any; futures complete on the worker executor of the channel. A future ends with the result ({@link JsonNull}
 * if it is null), or exceptionally with {@code RemoteErrorException} (the server's code and message), {@code
 * RequestTimedOutException}, or {@code ConnectionLostException} (also for a send that was refused, and for all pending
 * calls when the connection ends).
 */
public interface JsonRpcClient extends AutoCloseable {
    /** Default bound of requests sent and not yet answered. */
    int MAX_PENDING = 1024;

    /** Opens a WebSocket and speaks JSON-RPC on it. */
    static CompletableFuture<JsonRpcClient> connect(
            WebSocketConnector connector, URI uri, RpcListener listener, ConnectOptions options) {
        var client = new WebSocketRpcClient(uri, listener, options.limits(), connector.timer(), connector.workers());
        return connector.connect(uri, client, options).thenApply(open -> client);
    }

    /** One POST per call; {@link #close} only refuses further calls. */
    static JsonRpcClient overHttp(HttpPoster poster, URI uri) {
        return new HttpRpcClient(poster, uri);
    }

    /** @param params positional; {@link JsonArray#EMPTY} if the method has none */
    CompletableFuture<JsonValue> call(String method, JsonArray params, Duration timeout);

    /** Requests sent and not yet answered. */
    int pending();

    /** Fails what is pending and closes a WebSocket with 1000. */
    @Override
    void close();
}
