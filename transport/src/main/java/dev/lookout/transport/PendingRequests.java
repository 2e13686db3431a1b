package dev.lookout.transport;

import dev.lookout.model.ConnectionLostException;
import dev.lookout.model.RequestTimedOutException;
import dev.lookout.model.SlowConsumerException;
import dev.lookout.model.StreamException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Requests sent and not yet answered. Each one leaves this table exactly once: answer, timeout, failed send or close.
 *
 * <p>Whoever removes the entry, and nobody else, completes its future: the table is the only arbiter.
 *
 * <p>Thread: any. Futures complete on the thread of the caller, those of timeouts on the workers.
 */
final class PendingRequests {
    private final int max;
    private final ScheduledExecutorService timer;
    private final Executor workers;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Entry> byId = new ConcurrentHashMap<>();
    private volatile @Nullable StreamException closed;

    private record Entry(String method, CompletableFuture<JsonValue> answer, Future<?> timeout) {}

    /** What a caller sends and waits for. */
    record Opened(long id, CompletableFuture<JsonValue> answer) {}

    PendingRequests(int max, ScheduledExecutorService timer, Executor workers) {
        this.max = max;
        this.timer = timer;
        this.workers = workers;
    }

    /**
     * Enters a request; its future has failed already if the table is closed or full.
     *
     * @param method for messages only
     */
    Opened open(String method, Duration timeout) {
        long id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonValue>();
        if (byId.size() >= max) {
            answer.completeExceptionally(new SlowConsumerException("Call of " + method + " refused: " + byId.size()
                    + " requests wait for an answer (limit " + max + ")"));
            return new Opened(id, answer);
        }
        Future<?> alarm;
        try {
            alarm = timer.schedule(() -> expire(id, timeout), timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException shutDown) {
            answer.completeExceptionally(
                    new ConnectionLostException("Call of " + method + " refused: client is closed"));
            return new Opened(id, answer);
        }
        byId.put(id, new Entry(method, answer, alarm));
        // Looked at after the put: either this call sees the close, or the close sees the entry.
        StreamException reason = closed;
        if (reason != null) {
            fail(id, reason);
        } else if (alarm.isDone()) {
            // It rang before the entry was there.
            expire(id, timeout);
        }
        return new Opened(id, answer);
    }

    /** @return false if there is no such request any more */
    boolean complete(long id, JsonValue result) {
        Entry entry = take(id);
        return entry != null && entry.answer().complete(result);
    }

    /** @return false if there is no such request any more */
    boolean fail(long id, StreamException failure) {
        Entry entry = take(id);
        return entry != null && entry.answer().completeExceptionally(failure);
    }

    /** @return how many have failed */
    int failAll(StreamException failure) {
        int failed = 0;
        for (Long id : List.copyOf(byId.keySet())) {
            failed += fail(id, failure) ? 1 : 0;
        }
        return failed;
    }

    /** Fails what is pending and all that is opened from now on; the first reason stays. */
    void close(StreamException reason) {
        if (closed == null) {
            closed = reason;
        }
        failAll(reason);
    }

    int size() {
        return byId.size();
    }

    private void expire(long id, Duration timeout) {
        Entry entry = take(id);
        if (entry == null) {
            return;
        }
        var failure = new RequestTimedOutException(
                "No answer to request " + id + " (" + entry.method() + ") within " + timeout.toMillis() + " ms");
        try {
            workers.execute(() -> entry.answer().completeExceptionally(failure));
        } catch (RejectedExecutionException shutDown) {
            entry.answer().completeExceptionally(failure);
        }
    }

    private @Nullable Entry take(long id) {
        Entry entry = byId.remove(id);
        if (entry != null) {
            entry.timeout().cancel(false);
        }
        return entry;
    }
}
