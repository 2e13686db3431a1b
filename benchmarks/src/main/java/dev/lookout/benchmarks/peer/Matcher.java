package dev.lookout.benchmarks.peer;

import dev.lookout.benchmarks.workload.Filter;
import dev.lookout.benchmarks.workload.LogStream;
import java.util.function.IntConsumer;

/**
 * What every peer can do. Filters and logs are turned into the peer's own form ahead of time, so that only its matching
 * is timed.
 *
 * <p>Thread: one at a time, unless the peer says more.
 *
 * @param <F> the peer's own form of a filter
 */
public interface Matcher<F> extends AutoCloseable {

    F prepare(Filter filter);

    /** @param id any id that is not in use, given back by {@link #ids} */
    void subscribe(int id, F filter);

    /** Ends a subscription that was made with this id and an equal filter. */
    void unsubscribe(int id, F filter);

    /** Takes over the logs that {@link #match} and {@link #ids} speak of by their index. */
    void load(LogStream logs);

    /**
     * Matches some logs, as one block or batch if the peer has such a thing.
     *
     * @return matches of all of them together
     */
    int match(int first, int count);

    /** Tells the ids of the subscriptions that one log matches, in no order; for checking, not for timing. */
    void ids(int log, IntConsumer found);

    @Override
    default void close() {}
}
