package dev.lookout.gateway.vigil;

import java.util.concurrent.atomic.LongAdder;

/**
 * What happened, in numbers that only grow.
 *
 * <p>Thread: any.
 */
public final class VigilCounters {
    private final LongAdder blocks = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder deliveries = new LongAdder();
    private final LongAdder undecodedLogs = new LongAdder();
    private final LongAdder repeatsHeld = new LongAdder();
    private final LongAdder slowConsumers = new LongAdder();

    /** Chain events taken from the source: blocks that came or went. */
    public long blocks() {
        return blocks.sum();
    }

    /** Messages derived from blocks, repeats not counted. */
    public long messages() {
        return messages.sum();
    }

    /** Messages handed to connections: one for each that got it. */
    public long deliveries() {
        return deliveries.sum();
    }

    /** Logs of watched contracts that no event of their ABI fits (VIGIL 4.7). */
    public long undecodedLogs() {
        return undecodedLogs.sum();
    }

    /** Messages that came again after a reorganisation and were not told again (VIGIL 4.9). */
    public long repeatsHeld() {
        return repeatsHeld.sum();
    }

    /** Connections closed because they read too slowly. */
    public long slowConsumers() {
        return slowConsumers.sum();
    }

    void block() {
        blocks.increment();
    }

    void message() {
        messages.increment();
    }

    void delivery() {
        deliveries.increment();
    }

    void undecodedLog() {
        undecodedLogs.increment();
    }

    void repeatHeld() {
        repeatsHeld.increment();
    }

    void slowConsumer() {
        slowConsumers.increment();
    }
}
