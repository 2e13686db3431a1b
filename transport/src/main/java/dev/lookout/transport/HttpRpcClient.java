package dev.lookout.transport;

import dev.lookout.model.ConnectionLostException;
import dev.lookout.model.RemoteErrorException;
import dev.lookout.model.SlowConsumerException;
import dev.lookout.model.StreamException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** JSON-RPC by one POST per call. */
final class HttpRpcClient implements JsonRpcClient {
    private final HttpPoster poster;
    private final URI uri;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean closed;

    HttpRpcClient(HttpPoster poster, URI uri) {
        this.poster = poster;
        this.uri = uri;
    }

    @Override
    public CompletableFuture<JsonValue> call(String method, JsonArray params, Duration timeout) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new ConnectionLostException("Call of " + method + " refused: client is closed"));
        }
        if (pending.incrementAndGet() > MAX_PENDING) {
            pending.decrementAndGet();
            return CompletableFuture.failedFuture(new SlowConsumerException(
                    "Call of " + method + " refused: " + MAX_PENDING + " requests to " + uri + " wait for an answer"));
        }
        String request = RpcWriter.request(ids.incrementAndGet(), method, params);
        return poster.post(uri, request, timeout)
                .whenComplete((reply, failure) -> pending.decrementAndGet())
                .thenApply(reply -> result(method, reply));
    }

    @Override
    public int pending() {
        return pending.get();
    }

    @Override
    public void close() {
        closed = true;
    }

    private JsonValue result(String method, HttpReply reply) {
        if (reply.status() != 200) {
            String what = "HTTP status " + reply.status() + " from " + uri + " to " + method + ": "
                    + JsonText.excerpt(reply.bodyText().strip());
            // A gateway in between that has lost its node is worth another try; a refusal is not.
            throw reply.status() >= 500 ? new ConnectionLostException(what) : new StreamException(what);
        }
        JsonValue message;
        try {
            message = JsonValue.parse(reply.bodyText(), JsonLimits.DEFAULT.withBytes(HttpPoster.MAX_REPLY_BYTES));
        } catch (MalformedJsonException e) {
            throw new StreamException("Answer of " + uri + " to " + method + " is no JSON: " + e.getMessage(), e);
        }
        if (!(message instanceof JsonObject object)) {
            throw new StreamException("Answer of " + uri + " to " + method + " is no object but a " + message.kind());
        }
        Optional<RemoteErrorException> error = RpcReplies.errorOf(object);
        if (error.isPresent()) {
            throw error.get();
        }
        return RpcReplies.resultOf(object);
    }
}
