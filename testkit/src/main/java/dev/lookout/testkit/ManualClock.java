package dev.lookout.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until a test turns it.
 *
 * <p>{@link #advance} stops at every moment at which a task of a {@link ManualScheduler} on this clock is due, runs that task and goes
 * on, so a task sees the time it asked for and may schedule more inside the same stretch.
 *
 * <p>Thread: readable from any thread. One thread at a time may advance; the tasks run on it.
 */
public final class ManualClock implements InstantSource {
    private final Instant start;
    private final List<ManualScheduler> schedulers = new CopyOnWriteArrayList<>();
    private volatile Instant now;

    private ManualClock(Instant start) {
        this.start = start;
        this.now = start;
    }

    /** A clock that shows {@code start}. */
    public static ManualClock startingAt(Instant start) {
        return new ManualClock(start);
    }

    /** A clock that shows noon (UTC) of 1 January 2026, for tests to which the date is nothing. */
    public static ManualClock atNoon() {
        return startingAt(Instant.parse("2026-01-01T12:00:00Z"));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Nanoseconds since this clock was made: what {@link System#nanoTime()} is to a real clock. */
    public long nanoTime() {
        return Duration.between(start, now).toNanos();
    }

    /**
     * Moves time on and runs what falls due on the way, both ends included, in order of due time.
     *
     * @param step zero or more; zero runs what is due now
     * @throws IllegalArgumentException if {@code step} is negative
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("A clock cannot go back: " + step);
        }
        var until = now.plus(step);
        for (var task = nextDue(until); task != null; task = nextDue(until)) {
            if (task.due().isAfter(now)) {
                now = task.due();
            }
            task.run();
        }
        now = until;
    }

    void attach(ManualScheduler scheduler) {
        schedulers.add(scheduler);
    }

    /** Takes the earliest task due at or before {@code limit} off its scheduler; null when there is none. */
    private @Nullable ManualTask<?> nextDue(Instant limit) {
        ManualScheduler owner = null;
        ManualTask<?> earliest = null;
        for (var scheduler : schedulers) {
            var candidate = scheduler.peek();
            if (candidate != null && (earliest == null || candidate.compareTo(earliest) < 0)) {
                earliest = candidate;
                owner = scheduler;
            }
        }
        if (owner == null || earliest == null || earliest.due().isAfter(limit)) {
            return null;
        }
        // Another thread may have cancelled it since the look: then look again.
        return owner.take(earliest) ? earliest : nextDue(limit);
    }
}
