package dev.lookout.gateway.vite;

import java.util.concurrent.atomic.LongAdder;

/**
 * What happened, in numbers that only grow.
 *
 * <p>Thread: any.
 */
public final class ViteCounters {
    private final LongAdder events = new LongAdder();
    private final LongAdder matched = new LongAdder();

    /** Chain events taken from the source. */
    public long events() {
        return events.sum();
    }

    /** Results matched to WebSocket subscriptions: one for each subscription that wants a result. */
    public long matched() {
        return matched.sum();
    }

    void event() {
        events.increment();
    }

    void matched(long results) {
        matched.add(results);
    }
}
