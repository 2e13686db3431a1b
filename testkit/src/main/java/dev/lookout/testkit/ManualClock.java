package dev.lookout.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until it is turned, so that a test of minutes takes no time.
 *
 * <p>Thread: any.
 */
public final class ManualClock implements InstantSource {
    private volatile Instant now;

    private ManualClock(Instant now) {
        this.now = now;
    }

    /** A clock that shows {@code start} until it is turned. */
    public static ManualClock startingAt(Instant start) {
        return new ManualClock(start);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Turns the clock forward.
     *
     * @throws IllegalArgumentException if {@code step} is negative: time does not go back
     */
    public synchronized void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("step " + step + " is negative");
        }
        now = now.plus(step);
    }
}
