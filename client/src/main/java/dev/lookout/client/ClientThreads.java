package dev.lookout.client;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads of one client: where user code runs, where the protocol is worked on, and the timers. Its own ones are daemons and end
 * with it; those that the user gave are left alone.
 */
final class ClientThreads implements AutoCloseable {
    private static final AtomicLong NAMES = new AtomicLong();

    private final Executor own;
    private final Executor callbacks;
    private final Optional<ScheduledExecutorService> ownScheduler;
    private final ScheduledExecutorService scheduler;

    ClientThreads(Optional<Executor> callbacks, Optional<ScheduledExecutorService> scheduler) {
        // Never shut down: a consumer may ask for the rest of a stream long after its client closed. Idle threads end
        // by themselves.
        this.own = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons("lookout-client-"));
        this.callbacks = callbacks.orElse(own);
        this.ownScheduler = scheduler.isPresent() ? Optional.empty() : Optional.of(newScheduler());
        this.scheduler = scheduler.or(() -> ownScheduler).orElseThrow();
    }

    /** Runs user code, and nothing else. */
    Executor callbacks() {
        return callbacks;
    }

    /** Works on the protocol; never runs user code unless the user gave no executor. */
    Executor workers() {
        return own;
    }

    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    /** Ends its own timers. */
    @Override
    public void close() {
        ownScheduler.ifPresent(ScheduledExecutorService::shutdownNow);
    }

    private static ScheduledExecutorService newScheduler() {
        var timers = new ScheduledThreadPoolExecutor(1, daemons("lookout-client-timer-"));
        timers.setRemoveOnCancelPolicy(true);
        return timers;
    }

    private static ThreadFactory daemons(String prefix) {
        return task -> {
            var thread = new Thread(task, prefix + NAMES.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
