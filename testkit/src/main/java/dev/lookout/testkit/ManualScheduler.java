package dev.lookout.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler whose tasks run when a test turns its {@link ManualClock}, on the thread that turns it.
 *
 * <p>{@link #execute} queues too: what is handed over runs at the next {@code advance}, also one of {@link Duration#ZERO}. A task that
 * throws does not stop the clock; its failure is in its future, as with a real scheduler.
 *
 * <p>Thread: any thread may schedule and cancel. Tests in which other threads schedule wait for them with {@link #awaitPending} before
 * they turn the clock.
 */
public final class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {
    private final ManualClock clock;
    // Guarded by this, as is everything below.
    private final PriorityQueue<ManualTask<?>> queue = new PriorityQueue<>();
    private long scheduled;
    private boolean shutdown;

    public ManualScheduler(ManualClock clock) {
        this.clock = clock;
        clock.attach(this);
    }

    /** The clock that drives this scheduler. */
    public ManualClock clock() {
        return clock;
    }

    /** How many tasks wait, periodic ones included. */
    public synchronized int pending() {
        return queue.size();
    }

    /** When the waiting tasks are due, earliest first. */
    public synchronized List<Instant> dueTimes() {
        return queue.stream().sorted().map(ManualTask::due).toList();
    }

    /**
     * Waits, in real time, until at least {@code count} tasks wait here.
     *
     * @throws AssertionError if that has not happened within {@code limit}
     */
    public synchronized void awaitPending(int count, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (queue.size() < count) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("After " + limit + " only " + queue.size() + " tasks wait, not " + count);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    @Override
    public void execute(Runnable command) {
        var unused = schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(command, delay, unit, Duration.ZERO);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(callable, Duration.of(delay, unit.toChronoUnit()), Duration.ZERO);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        if (period <= 0) {
            throw new IllegalArgumentException("A period must be positive: " + period);
        }
        return add(command, initialDelay, unit, Duration.of(period, unit.toChronoUnit()));
    }

    /** The same as a fixed rate: tasks take no time on a clock that stands still. */
    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return scheduleAtFixedRate(command, initialDelay, delay, unit);
    }

    @Override
    public synchronized void shutdown() {
        shutdown = true;
        queue.clear();
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        List<Runnable> left = new ArrayList<>(queue);
        shutdown();
        return left;
    }

    @Override
    public synchronized boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShutdown();
    }

    synchronized @Nullable ManualTask<?> peek() {
        return queue.peek();
    }

    synchronized boolean take(ManualTask<?> task) {
        return queue.remove(task);
    }

    synchronized void enqueue(ManualTask<?> task) {
        if (shutdown) {
            throw new RejectedExecutionException("This scheduler was shut down");
        }
        queue.add(task);
        notifyAll();
    }

    private ManualTask<?> add(Runnable command, long delay, TimeUnit unit, Duration period) {
        return add(Executors.callable(command), Duration.of(delay, unit.toChronoUnit()), period);
    }

    private synchronized <V> ManualTask<V> add(Callable<V> work, Duration delay, Duration period) {
        var due = clock.instant().plus(delay.isNegative() ? Duration.ZERO : delay);
        var task = new ManualTask<>(this, work, due, period, scheduled++);
        enqueue(task);
        return task;
    }
}
