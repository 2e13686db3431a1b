package dev.lookout.client;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded queue between a producer that must never wait and one subscriber that takes its time.
 *
 * <p>The producer is refused at the bound and decides what that means. The subscriber gets what it asks for, one signal at a time, on the
 * executor; after it cancels, nothing. Items that were taken in before the end are delivered before the end.
 *
 * <p>Thread: any. The lock guards the fields and is never held while the subscriber, a callback or the executor is called.
 */
final class BoundedBuffer<T> implements Flow.Publisher<T> {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedBuffer.class);

    private final Object lock = new Object();
    private final Executor executor;
    private final int maxItems;
    private final long maxBytes;
    private final Runnable onCancel;
    private final CompletableFuture<Void> delivered = new CompletableFuture<>();

    // All guarded by lock.
    private final ArrayDeque<Entry<T>> queue = new ArrayDeque<>();
    private long bytes;
    private long demand;
    private boolean draining;
    private boolean announced;
    private boolean ended;
    private boolean finished;
    private @Nullable Throwable failure;
    private @Nullable Throwable subscriberFault;
    private Flow.@Nullable Subscriber<? super T> subscriber;

    private record Entry<T>(T item, int weight) {}

    /**
     * @param maxItems most items held, 1 or more
     * @param maxBytes most bytes held, as told to {@link #offer}; a single larger item is taken when nothing else is held
     * @param onCancel runs once, when the subscriber cancels or fails before the end
     */
    BoundedBuffer(Executor executor, int maxItems, long maxBytes, Runnable onCancel) {
        this.executor = executor;
        this.maxItems = maxItems;
        this.maxBytes = maxBytes;
        this.onCancel = onCancel;
    }

    /**
     * Takes an item in.
     *
     * @param weight its size in bytes, roughly
     * @return false if there was no room; an item that comes after the end is swallowed and counts as taken
     */
    boolean offer(T item, int weight) {
        synchronized (lock) {
            if (ended) {
                return true;
            }
            if (queue.size() >= maxItems || (!queue.isEmpty() && bytes + weight > maxBytes)) {
                return false;
            }
            queue.add(new Entry<>(item, weight));
            bytes += weight;
        }
        drainSoon();
        return true;
    }

    /** Ends the stream behind what it holds; only the first end counts. */
    void end(@Nullable Throwable why) {
        boolean unclaimed;
        synchronized (lock) {
            if (ended) {
                return;
            }
            ended = true;
            failure = why;
            unclaimed = subscriber == null;
        }
        if (unclaimed) {
            // Nobody may ever come for the rest; whoever waits for the end must not wait for that.
            settle(why);
        }
        drainSoon();
    }

    /** Completes when the subscriber got its last signal; without a subscriber, when the stream ended. */
    CompletableFuture<Void> delivered() {
        return delivered;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> newcomer) {
        Objects.requireNonNull(newcomer, "subscriber");
        if (!tryAttach(newcomer)) {
            newcomer.onSubscribe(new Refused());
            newcomer.onError(new IllegalStateException(
                    "This stream already has its consumer; ask the client for a second stream instead"));
        }
    }

    /** @return false if there is a subscriber already */
    boolean tryAttach(Flow.Subscriber<? super T> newcomer) {
        synchronized (lock) {
            if (subscriber != null || finished) {
                return false;
            }
            subscriber = newcomer;
        }
        drainSoon();
        return true;
    }

    private void drainSoon() {
        synchronized (lock) {
            if (draining || !hasWork()) {
                return;
            }
            draining = true;
        }
        try {
            executor.execute(this::drain);
        } catch (RejectedExecutionException e) {
            LOG.warn("The executor is shut down; what is buffered is not delivered");
            stop(e);
        }
    }

    // Under the lock.
    private boolean hasWork() {
        if (subscriber == null || finished) {
            return false;
        }
        return !announced || subscriberFault != null || (queue.isEmpty() ? ended : demand > 0);
    }

    private void settle(@Nullable Throwable why) {
        if (why == null) {
            delivered.complete(null);
        } else {
            delivered.completeExceptionally(why);
        }
    }

    private void drain() {
        while (true) {
            Runnable signal;
            synchronized (lock) {
                if (!hasWork()) {
                    draining = false;
                    return;
                }
                signal = nextSignal();
            }
            try {
                signal.run();
            } catch (RuntimeException | Error e) {
                LOG.warn("A consumer threw; its stream ends", e);
                stop(e);
            }
        }
    }

    // Under the lock; hasWork() was true just now.
    private Runnable nextSignal() {
        Flow.Subscriber<? super T> to = Objects.requireNonNull(subscriber);
        if (!announced) {
            announced = true;
            return () -> to.onSubscribe(new Demand());
        }
        if (subscriberFault != null) {
            Throwable why = subscriberFault;
            finish();
            return () -> {
                to.onError(why);
                settle(why);
                onCancel.run();
            };
        }
        Entry<T> next = queue.poll();
        if (next != null) {
            bytes -= next.weight();
            if (demand != Long.MAX_VALUE) {
                demand--;
            }
            return () -> to.onNext(next.item());
        }
        finish();
        Throwable why = failure;
        return () -> {
            if (why == null) {
                to.onComplete();
            } else {
                to.onError(why);
            }
            settle(why);
        };
    }

    // Under the lock.
    private void finish() {
        ended = true;
        finished = true;
        queue.clear();
        bytes = 0;
        subscriber = null;
    }

    /** The subscriber is gone: nothing more is delivered. */
    private void stop(@Nullable Throwable why) {
        boolean first;
        synchronized (lock) {
            first = !finished;
            finish();
        }
        if (first) {
            settle(why);
            onCancel.run();
        }
    }

    private final class Demand implements Flow.Subscription {
        @Override
        public void request(long n) {
            synchronized (lock) {
                if (finished) {
                    return;
                }
                if (n <= 0) {
                    subscriberFault =
                            new IllegalArgumentException("request(" + n + "): only positive numbers (rule 3.9)");
                } else {
                    demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
                }
            }
            drainSoon();
        }

        @Override
        public void cancel() {
            stop(null);
        }
    }

    private static final class Refused implements Flow.Subscription {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }
}
