package dev.lookout.gateway.vigil;

import java.time.Duration;

/**
 * Says when something happened too often within a stretch of time.
 *
 * <p>Thread: one at a time.
 */
final class SlidingWindow {
    private final long[] last;
    private final long nanos;
    private int next;
    private long count;

    /** @param limit how often is still tolerated within {@code window} */
    SlidingWindow(int limit, Duration window) {
        this.last = new long[limit];
        this.nanos = window.toNanos();
    }

    /** Counts one more; true if it is beyond the limit. */
    boolean exceededAt(long now) {
        boolean beyond = count >= last.length && now - last[next] < nanos;
        last[next] = now;
        next = (next + 1) % last.length;
        count++;
        return beyond;
    }
}
