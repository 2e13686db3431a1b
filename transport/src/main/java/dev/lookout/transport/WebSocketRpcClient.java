package dev.lookout.transport;

import dev.lookout.model.ConnectionLostException;
import dev.lookout.model.RemoteErrorException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** JSON-RPC on one WebSocket: replies are matched by id, everything else goes to the listener. */
final class WebSocketRpcClient implements JsonRpcClient, ConnectionListener {
    private final URI uri;
    private final RpcListener listener;
    private final JsonLimits limits;
    private final PendingRequests pending;
    private final CompletableFuture<Connection> connection = new CompletableFuture<>();

    WebSocketRpcClient(
            URI uri, RpcListener listener, TransportLimits limits, ScheduledExecutorService timer, Executor workers) {
        this.uri = uri;
        this.listener = listener;
        this.limits = JsonLimits.DEFAULT.withBytes(limits.inboundMessageBytes());
        this.pending = new PendingRequests(MAX_PENDING, timer, workers);
    }

    @Override
    public CompletableFuture<JsonValue> call(String method, JsonArray params, Duration timeout) {
        PendingRequests.Opened request = pending.open(method, timeout);
        if (!request.answer().isDone()) {
            Connection open = connection.getNow(null);
            String text = RpcWriter.request(request.id(), method, params);
            if (open == null || !open.send(Lane.CONTROL, OutboundText.of(text))) {
                pending.fail(
                        request.id(),
                        new ConnectionLostException("Call of " + method + " could not be sent to " + uri + ": "
                                + (open != null && open.isOpen() ? "too much waits to be sent" : "not connected")));
            }
        }
        return request.answer();
    }

    @Override
    public int pending() {
        return pending.size();
    }

    @Override
    public void close() {
        pending.close(new ConnectionLostException("Connection to " + uri + " was closed by this client"));
        Connection open = connection.getNow(null);
        if (open != null) {
            open.close(CloseCodes.NORMAL, "");
        }
    }

    @Override
    public void onOpen(Connection opened) {
        connection.complete(opened);
    }

    @Override
    public void onText(String text) {
        JsonValue message;
        try {
            message = JsonValue.parse(text, limits);
        } catch (MalformedJsonException e) {
            listener.onUnexpected(text, String.valueOf(e.getMessage()));
            return;
        }
        if (message instanceof JsonArray several) {
            several.elements().forEach(one -> take(one, text));
        } else {
            take(message, text);
        }
    }

    /** A server that answers in binary frames is understood as well; Vite's own sends text only. */
    @Override
    public void onBinary(byte[] data) {
        onText(new String(data, StandardCharsets.UTF_8));
    }

    @Override
    public void onClosed(int code, String reason) {
        pending.close(new ConnectionLostException("Connection to " + uri + " ended with code " + code
                + (reason.isEmpty() ? "" : ": " + JsonText.excerpt(reason))));
        listener.onClosed(code, reason);
    }

    private void take(JsonValue one, String text) {
        if (!(one instanceof JsonObject message)) {
            listener.onUnexpected(text, "a JSON-RPC message is an object, not a " + one.kind());
            return;
        }
        Optional<Long> id = RpcReplies.idOf(message);
        Optional<RemoteErrorException> error = RpcReplies.errorOf(message);
        if (id.isPresent()) {
            boolean known = error.isPresent()
                    ? pending.fail(id.get(), error.get())
                    : pending.complete(id.get(), RpcReplies.resultOf(message));
            if (!known) {
                listener.onUnexpected(text, "nobody waits for an answer with id " + id.get());
            }
        } else if (message.text("method").isPresent()) {
            JsonValue params = message.get("params");
            listener.onNotification(message.text("method").get(), params == null ? JsonNull.NULL : params);
        } else if (error.isPresent()) {
            // VITE 1.4: what the server could not read has no id. We cannot tell which request it was, and a real node
            // closes after it: all of them are lost (VITE case 24).
            if (pending.failAll(error.get()) == 0) {
                listener.onUnexpected(text, "an error without id while no request is pending");
            }
        } else {
            listener.onUnexpected(text, "neither a reply nor a notification");
        }
    }
}
