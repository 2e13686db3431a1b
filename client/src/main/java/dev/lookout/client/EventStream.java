package dev.lookout.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * A live stream of events, taken by exactly one consumer: either a listener or a {@link Flow.Subscriber}.
 *
 * <p>What arrives before the consumer is there waits in the stream's bounded buffer, so nothing is lost between asking for a stream and
 * listening to it. A consumer that falls behind by more than the buffer holds (count and bytes, see the client's options) ends the stream
 * with {@link dev.lookout.model.SlowConsumerException}: what was buffered is still delivered, then comes the end. Nothing is ever
 * dropped without a word.
 *
 * <p>A stream ends once: normally after {@link #close}, else with the {@link dev.lookout.model.StreamException} that says why.
 *
 * <p>Thread: every method may be called from any thread and none blocks. Items are delivered one at a time, in order, on the executor of
 * the client's options.
 *
 * @param <E> what the stream carries
 */
public interface EventStream<E> extends Flow.Publisher<StreamItem<E>>, AutoCloseable {
    /**
     * Takes the stream with a Flow subscriber; cancelling its subscription closes the stream.
     *
     * <p>A second consumer gets {@code onError} with an {@link IllegalStateException}.
     */
    @Override
    void subscribe(Flow.Subscriber<? super StreamItem<E>> subscriber);

    /**
     * Takes the stream with a listener, which gets items as fast as it returns.
     *
     * @return this stream
     * @throws IllegalStateException if the stream already has its consumer
     */
    EventStream<E> listen(StreamListener<? super E> listener);

    /**
     * Completes when the server has confirmed that the stream stands; events that happen afterwards are delivered.
     *
     * <p>Fails, as the stream itself does, if the server refuses.
     */
    CompletableFuture<Void> ready();

    /** Completes when the stream has ended and its last item was handed over; fails with the reason if it did not end by {@link #close}. */
    CompletableFuture<Void> done();

    /**
     * Tells the server that the stream is no longer wanted and ends it; what is buffered is still delivered.
     *
     * @return completes when the server has answered or was given up on; never fails
     */
    CompletableFuture<Void> closeAsync();

    /** Like {@link #closeAsync} without waiting for anything. */
    @Override
    default void close() {
        var unused = closeAsync();
    }
}
