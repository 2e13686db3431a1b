package dev.lookout.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One entry of a {@link ManualScheduler}: what runs, when, and whether it comes again. */
final class ManualTask<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {
    private final ManualScheduler owner;
    private final long order;
    private final Duration period;
    private volatile Instant due;

    /** @param period zero for a task that runs once */
    ManualTask(ManualScheduler owner, Callable<V> work, Instant due, Duration period, long order) {
        super(work);
        this.owner = owner;
        this.due = due;
        this.period = period;
        this.order = order;
    }

    Instant due() {
        return due;
    }

    @Override
    public boolean isPeriodic() {
        return !period.isZero();
    }

    @Override
    public void run() {
        if (!isPeriodic()) {
            super.run();
        } else if (runAndReset()) {
            due = due.plus(period);
            owner.enqueue(this);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        owner.take(this);
        return cancelled;
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(Duration.between(owner.clock().instant(), due));
    }

    /** By due time; tasks of one moment in the order in which they were scheduled. */
    @Override
    public int compareTo(Delayed other) {
        var task = (ManualTask<?>) other;
        int byTime = due.compareTo(task.due);
        return byTime != 0 ? byTime : Long.compare(order, task.order);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
