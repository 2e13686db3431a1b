package dev.lookout.gateway.vigil;

import dev.lookout.transport.JsonLimits;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * What every session of an endpoint shares.
 *
 * @param nanoTime monotonic time in nanoseconds
 * @param timers runs deadlines; tasks are short and never block
 */
record SessionSurroundings(
        VigilOptions options,
        KeyRing keys,
        Fanout fanout,
        LongSupplier nanoTime,
        ScheduledExecutorService timers,
        VigilCounters counters) {
    // An honest command is flat; deeper nesting is not worth a parser's stack.
    private static final int JSON_DEPTH = 32;

    VigilLimits limits() {
        return options.limits();
    }

    JsonLimits json() {
        return new JsonLimits(limits().inboundMessageBytes(), JSON_DEPTH, limits().inboundMessageBytes());
    }
}
