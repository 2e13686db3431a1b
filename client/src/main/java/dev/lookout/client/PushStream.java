package dev.lookout.client;

import dev.lookout.model.ProtocolViolationException;
import dev.lookout.model.SlowConsumerException;
import dev.lookout.model.StreamException;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonCodec;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A stream of callbacks over a WebSocket: subscribes, takes what the {@link SubscriptionTable} brings, unsubscribes.
 *
 * <p>Thread: callbacks come on the table's loop; the state is brought into order on a loop of its own.
 */
final class PushStream<E> implements EventStream<E> {
    private final WireSubscription<E> wanted;
    private final RpcCalls rpc;
    private final SubscriptionTable table;
    private final StreamCore<E> core;
    private final Promise closed;
    private final Runnable onEnd;
    private final SerialLoop loop = new SerialLoop();
    // On the loop only.
    private @Nullable String id;
    private boolean over;

    /** @param onEnd runs when nothing more is expected of the server; may run again */
    PushStream(
            WireSubscription<E> wanted,
            RpcCalls rpc,
            SubscriptionTable table,
            JsonCodec codec,
            Executor callbacks,
            ViteClientOptions options,
            Runnable onEnd) {
        this.wanted = wanted;
        this.rpc = rpc;
        this.table = table;
        this.onEnd = onEnd;
        this.closed = new Promise(callbacks);
        this.core = new StreamCore<>(wanted.message(), codec, callbacks, options, () -> stop(null));
    }

    void start() {
        table.asking(this);
        var unused = rpc.call("subscribe_subscribe", wanted.subscribeParams())
                .whenComplete((answer, failure) -> loop.run(() -> answered(answer, failure)));
    }

    @Override
    public void subscribe(Flow.Subscriber<? super StreamItem<E>> subscriber) {
        core.subscribe(subscriber);
    }

    @Override
    public EventStream<E> listen(StreamListener<? super E> listener) {
        core.listen(listener);
        return this;
    }

    @Override
    public CompletableFuture<Void> ready() {
        return core.ready();
    }

    @Override
    public CompletableFuture<Void> done() {
        return core.done();
    }

    @Override
    public CompletableFuture<Void> closeAsync() {
        stop(null);
        return closed.view();
    }

    /** The results of one callback; on the table's loop. */
    void callback(JsonValue results) {
        try {
            core.deliver(results);
        } catch (SlowConsumerException e) {
            stop(e);
        }
    }

    /** The connection is gone, and with it the subscription. */
    void lost(@Nullable StreamException why) {
        loop.run(() -> {
            if (!over) {
                over = true;
                core.end(why);
            }
            settle();
        });
    }

    private void answered(@Nullable JsonValue answer, @Nullable Throwable failure) {
        if (failure != null) {
            table.notAdopted(this);
            if (!over) {
                over = true;
                core.end(streamException(failure));
            }
            settle();
        } else if (!(answer instanceof JsonString text)) {
            table.notAdopted(this);
            stop(new ProtocolViolationException(
                    "VITE-SUB-5", "subscribe_subscribe was answered with something that is no id: " + answer));
            settle();
        } else if (over) {
            // Closed while the answer was on its way: the server does not know that yet.
            table.notAdopted(this);
            unsubscribe(text.text());
        } else {
            id = text.text();
            table.adopt(text.text(), this);
            core.markReady();
        }
    }

    private void stop(@Nullable StreamException why) {
        loop.run(() -> {
            if (over) {
                return;
            }
            over = true;
            core.end(why);
            if (id != null) {
                table.remove(id);
                unsubscribe(id);
            }
        });
    }

    private void unsubscribe(String subscription) {
        // Whatever the answer, also none: there is nothing left to do about it.
        var unused = rpc.call("subscribe_unsubscribe", JsonArray.of(JsonValue.of(subscription)))
                .whenComplete((answer, failure) -> settle());
    }

    private void settle() {
        closed.succeed();
        onEnd.run();
    }

    static StreamException streamException(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof StreamException known
                ? known
                : new StreamException("The call failed: " + cause.getMessage(), cause);
    }
}
