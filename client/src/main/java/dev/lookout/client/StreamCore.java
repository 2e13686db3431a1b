package dev.lookout.client;

import dev.lookout.model.SlowConsumerException;
import dev.lookout.model.StreamException;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonCodec;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonValue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What pushed and polled streams have in common: reading results, the buffer, the policy at its bound, the end.
 *
 * <p>Thread: any; a stream calls {@link #deliver} from one place at a time.
 */
final class StreamCore<E> {
    private final Class<E> message;
    private final JsonCodec codec;
    private final BoundedBuffer<StreamItem<E>> buffer;
    private final String bounds;
    private final Promise ready;
    private final Promise done;

    /** @param onAbandoned runs when the consumer cancels */
    StreamCore(Class<E> message, JsonCodec codec, Executor callbacks, ViteClientOptions options, Runnable onAbandoned) {
        this.message = message;
        this.codec = codec;
        this.buffer = new BoundedBuffer<>(callbacks, options.bufferItems(), options.bufferBytes(), onAbandoned);
        this.bounds = options.bufferItems() + " items or " + options.bufferBytes() + " bytes";
        this.ready = new Promise(callbacks);
        this.done = new Promise(callbacks);
        var unused = buffer.delivered().whenComplete((ok, why) -> {
            if (why == null) {
                done.succeed();
            } else {
                done.fail(why);
            }
        });
    }

    void subscribe(Flow.Subscriber<? super StreamItem<E>> subscriber) {
        buffer.subscribe(subscriber);
    }

    void listen(StreamListener<? super E> listener) {
        if (!buffer.tryAttach(new ListenerSubscriber<>(listener))) {
            throw new IllegalStateException("This stream already has its consumer; ask the client for a second one");
        }
    }

    CompletableFuture<Void> ready() {
        return ready.view();
    }

    CompletableFuture<Void> done() {
        return done.view();
    }

    void markReady() {
        ready.succeed();
    }

    /**
     * Takes in the results of one message; {@code null} is none (VITE section 2.3).
     *
     * @throws SlowConsumerException if they do not all fit; the stream should end with it
     */
    void deliver(JsonValue results) {
        if (results == JsonNull.NULL) {
            return;
        }
        if (!(results instanceof JsonArray array)) {
            offerMalformed(results.toJson(), "results must be an array, not: " + results.kind());
            return;
        }
        for (JsonValue result : array.elements()) {
            String text = result.toJson();
            try {
                offer(new StreamItem.Event<>(codec.read(text, message)), text.length());
            } catch (IllegalArgumentException e) {
                offerMalformed(text, String.valueOf(e.getMessage()));
            }
        }
    }

    void deliver(Gap gap) {
        offer(new StreamItem.Missed<>(gap), 100);
    }

    void end(@Nullable StreamException why) {
        if (why == null) {
            ready.fail(new StreamException("The stream was closed before it stood"));
        } else {
            ready.fail(why);
        }
        buffer.end(why);
    }

    private void offerMalformed(String text, String why) {
        var notice = Notice.of(Notice.Kind.MALFORMED_MESSAGE, text, new StreamException(why));
        offer(new StreamItem.Noticed<>(notice), text.length());
    }

    private void offer(StreamItem<E> item, int weight) {
        if (!buffer.offer(item, weight)) {
            throw new SlowConsumerException("The consumer of this stream fell behind by more than " + bounds
                    + ". Handle faster, or raise the buffer of the options.");
        }
    }
}
