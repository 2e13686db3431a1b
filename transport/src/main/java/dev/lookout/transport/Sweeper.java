package dev.lookout.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every connection a few times a second and lets it act on deadlines that have passed.
 *
 * <p>One pass over all connections costs less than a timer per write would, and a deadline of seconds does not mind the
 * {@link #PERIOD}. Owns one daemon thread; what it calls must not block.
 */
final class Sweeper implements AutoCloseable {
    static final Duration PERIOD = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Set<Swept> swept = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer;
    private final ScheduledFuture<?> sweeps;

    /** Something with deadlines. */
    interface Swept {
        /** @param now {@link System#nanoTime()} */
        void tick(long now);
    }

    Sweeper(String name) {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, name + "-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        sweeps = timer.scheduleWithFixedDelay(this::sweep, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    void add(Swept one) {
        swept.add(one);
    }

    void remove(Swept one) {
        swept.remove(one);
    }

    /** For single deadlines, such as a request's; its tasks must not block either. */
    ScheduledExecutorService timer() {
        return timer;
    }

    private void sweep() {
        long now = System.nanoTime();
        for (Swept one : swept) {
            try {
                one.tick(now);
            } catch (RuntimeException e) {
                LOG.warn("Checking the deadlines of {} failed", one, e);
            }
        }
    }

    @Override
    public void close() {
        sweeps.cancel(false);
        timer.shutdownNow();
    }
}
