package dev.lookout.gateway.chain;

import java.util.function.ToLongFunction;

/**
 * How much an in-memory log keeps: whichever bound is met first drops the oldest entries. The newest entry always stays.
 *
 * @param maxEvents entries, 1 or more
 * @param maxWeight sum of the weights, in the unit of {@code weigher} (bytes, usually), 1 or more
 * @param weigher what one event weighs; 0 or more, the same each time it is asked
 */
public record Retention<E>(int maxEvents, long maxWeight, ToLongFunction<E> weigher) {
    public Retention {
        if (maxEvents < 1 || maxWeight < 1) {
            throw new IllegalArgumentException(
                    "retention of " + maxEvents + " events and weight " + maxWeight + ": both must be at least 1");
        }
    }

    /** Bounds only the number of events. */
    public static <E> Retention<E> ofEvents(int maxEvents) {
        return new Retention<>(maxEvents, Long.MAX_VALUE, event -> 0);
    }
}
