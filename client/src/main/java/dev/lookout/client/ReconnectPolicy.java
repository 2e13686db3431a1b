package dev.lookout.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: exponential with full jitter, so that a thousand clients of one server do not come back
 * together.
 *
 * <p>The ceiling doubles with each failure from {@code first} to {@code most}; the wait is anywhere between zero and the ceiling. Not for
 * several threads.
 */
final class ReconnectPolicy {
    private final Duration first;
    private final Duration most;
    private final RandomGenerator random;
    private Duration ceiling;

    ReconnectPolicy(Duration first, Duration most, RandomGenerator random) {
        this.first = first;
        this.most = most;
        this.random = random;
        this.ceiling = first;
    }

    /** The wait before the next attempt; raises the ceiling for the one after. */
    Duration next() {
        var wait = Duration.ofNanos((long) (random.nextDouble() * ceiling.toNanos()));
        var doubled = ceiling.multipliedBy(2);
        ceiling = doubled.compareTo(most) > 0 ? most : doubled;
        return wait;
    }

    /** After a healthy while: starts small again. */
    void reset() {
        ceiling = first;
    }

    /** After a refusal without a reason (close 1008): waits long from the start. */
    void startAtMost() {
        ceiling = most;
    }
}
