package dev.lookout.client;

import dev.lookout.model.ConnectionLostException;
import dev.lookout.transport.ConnectOptions;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonCodec;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonRpcClient;
import dev.lookout.transport.JsonValue;
import dev.lookout.transport.RpcListener;
import dev.lookout.transport.TransportLimits;
import dev.lookout.transport.WebSocketConnector;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket to a node, with its streams.
 *
 * <p>When it ends unasked, all its streams end with {@link ConnectionLostException}: the subscriptions died with it on the node (VITE 1.3).
 */
final class SocketLink implements Link {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLink.class);

    private final ViteClientOptions options;
    private final ClientThreads threads;
    private final JsonCodec codec;
    private final WebSocketConnector connector;
    private final SubscriptionTable table = new SubscriptionTable(this::flooded);
    private final Promise ended;
    private final CompletableFuture<JsonRpcClient> rpc;
    private volatile boolean closing;

    private SocketLink(ViteClientOptions options, ClientThreads threads, JsonCodec codec) {
        this.options = options;
        this.threads = threads;
        this.codec = codec;
        this.connector = new WebSocketConnector(threads.workers());
        this.ended = new Promise(threads.callbacks());
        var how = ConnectOptions.DEFAULT
                .withTimeout(options.connectTimeout())
                .withPingEvery(options.pingInterval())
                .withLimits(TransportLimits.DEFAULT.withInboundMessageBytes(options.maxMessageBytes()));
        this.rpc = JsonRpcClient.connect(connector, options.uri(), new Events(), how);
    }

    /** Connects; fails with {@link ConnectionLostException} if that does not succeed. */
    static CompletableFuture<Link> connect(ViteClientOptions options, ClientThreads threads, JsonCodec codec) {
        var link = new SocketLink(options, threads, codec);
        return link.rpc.handle((connected, failure) -> {
            if (failure != null) {
                link.release();
                throw PushStream.streamException(failure);
            }
            return link;
        });
    }

    @Override
    public CompletableFuture<JsonValue> call(String method, JsonArray params) {
        return rpc.join().call(method, params, options.requestTimeout());
    }

    @Override
    public <E> EventStream<E> open(WireSubscription<E> wanted, Runnable onEnd) {
        var stream = new PushStream<>(wanted, this, table, codec, threads.callbacks(), options, onEnd);
        stream.start();
        return stream;
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended.view();
    }

    @Override
    public void close() {
        closing = true;
        rpc.join().close();
    }

    private void flooded() {
        LOG.warn("{}: over {} callbacks for unknown ids; closing", options.uri(), SubscriptionTable.MAX_EARLY);
        rpc.join().close();
    }

    private void release() {
        connector.close();
        threads.close();
    }

    private final class Events implements RpcListener {
        @Override
        public void onNotification(String method, JsonValue params) {
            if (params instanceof JsonObject callback
                    && callback.text("subscription").isPresent()) {
                var results = callback.get("result");
                table.callback(callback.text("subscription").orElseThrow(), results == null ? JsonNull.NULL : results);
            } else {
                LOG.debug("{}: a notification {} without subscription is ignored", options.uri(), method);
            }
        }

        @Override
        public void onUnexpected(String text, String why) {
            LOG.debug("{}: {}", options.uri(), why);
        }

        @Override
        public void onClosed(int code, String reason) {
            if (closing) {
                table.end(null);
                ended.succeed();
            } else {
                var why = new ConnectionLostException(
                        "The connection to " + options.uri() + " ended with code " + code
                                + (reason.isEmpty() ? "" : " (" + reason + ")")
                                + ". Its subscriptions ended with it; connect again and fetch what was missed from the ledger.");
                LOG.warn("{}", why.getMessage());
                table.end(why);
                ended.fail(why);
            }
            release();
        }
    }
}
