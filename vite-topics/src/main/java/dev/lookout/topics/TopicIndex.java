package dev.lookout.topics;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The live subscriptions, found by the logs they want.
 *
 * <p>Thread: {@link #subscribe} and {@link #unsubscribe} on any thread, one at a time (a lock inside); matching on any
 * number of threads, each with a {@link MatchReader} of its own, without locks. A subscription is found by every match
 * that begins after {@code subscribe} returned, and by none that begins after {@code unsubscribe} returned; a match
 * under way at that time may or may not find it, but each log sees the change whole or not at all.
 */
public final class TopicIndex {
    private final IndexLimits limits;
    private final Map<Integer, LogFilter> filters = new ConcurrentSkipListMap<>();
    private int nextId;

    private TopicIndex(IndexLimits limits) {
        this.limits = limits;
    }

    /** An empty index with {@link IndexLimits#DEFAULT}. */
    public static TopicIndex create() {
        return create(IndexLimits.DEFAULT);
    }

    public static TopicIndex create(IndexLimits limits) {
        return new TopicIndex(limits);
    }

    /**
     * Adds a subscription.
     *
     * @return its id, from 0 on and dense. An id is given out again only after its subscription ended and every reader
     *     has begun another match, or was {@linkplain MatchReader#idle idle}, since
     * @throws IndexLimitException if a limit is reached; the index is as before
     */
    public synchronized int subscribe(LogFilter filter) {
        if (filters.size() >= limits.maxSubscriptions()) {
            throw new IndexLimitException("the index holds " + limits.maxSubscriptions() + " subscriptions, its limit");
        }
        int id = nextId++;
        filters.put(id, filter);
        return id;
    }

    /**
     * Ends a subscription.
     *
     * @throws IllegalArgumentException if the id is of no live subscription
     */
    public synchronized void unsubscribe(int id) {
        if (filters.remove(id) == null) {
            throw new IllegalArgumentException("no live subscription has the id " + id);
        }
    }

    /** Live subscriptions. */
    public int size() {
        return filters.size();
    }

    /** A handle for one reading thread. */
    public MatchReader newReader() {
        return new MatchReader(this);
    }

    Map<Integer, LogFilter> filters() {
        return filters;
    }
}
