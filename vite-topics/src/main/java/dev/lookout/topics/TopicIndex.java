package dev.lookout.topics;

import java.security.SecureRandom;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The live subscriptions, found by the logs they want.
 *
 * <p>Thread: {@link #subscribe} and {@link #unsubscribe} on any thread, one at a time (a lock inside); matching on any
 * number of threads, each with a {@link MatchReader} of its own, without locks. A subscription is found by every match
 * that begins after {@code subscribe} returned, and by none that begins after {@code unsubscribe} returned; a match
 * under way at that time may or may not find it, but each log sees the change whole or not at all.
 */
public final class TopicIndex {
    /** With so many keys the tables outgrow a core's L2 cache, and matching in stages begins to pay (docs/engine.md). */
    private static final int STAGED_FROM = 40_000;

    private final ReentrantLock changes = new ReentrantLock(); // held for every use of the writer but its view
    private final Epochs epochs = new Epochs();
    private final IndexWriter writer;

    private TopicIndex(IndexLimits limits, long seed, int stagedFrom) {
        writer = new IndexWriter(limits, seed, stagedFrom, epochs);
    }

    /** An empty index with {@link IndexLimits#DEFAULT}. */
    public static TopicIndex create() {
        return create(IndexLimits.DEFAULT);
    }

    /** An empty index with a secret seed of its own. */
    public static TopicIndex create(IndexLimits limits) {
        return withSeed(limits, new SecureRandom().nextLong(), STAGED_FROM);
    }

    /** An index whose hash others may know, and that matches in stages from another size on: for tests. */
    static TopicIndex withSeed(IndexLimits limits, long seed, int stagedFrom) {
        return new TopicIndex(limits, seed, stagedFrom);
    }

    /**
     * Adds a subscription.
     *
     * @return its id, from 0 on and dense. An id is given out again only after its subscription ended and every reader
     *     has begun another match, or was {@linkplain MatchReader#idle idle}, since
     * @throws IndexLimitException if a limit is reached; the index is as before
     */
    public int subscribe(LogFilter filter) {
        changes.lock();
        try {
            return writer.subscribe(filter);
        } finally {
            changes.unlock();
        }
    }

    /**
     * Ends a subscription.
     *
     * @throws IllegalArgumentException if the id is of no live subscription
     */
    public void unsubscribe(int id) {
        changes.lock();
        try {
            writer.unsubscribe(id);
        } finally {
            changes.unlock();
        }
    }

    /** What the index holds now. Walks over all tables: for reports, not for loops. */
    public IndexStats stats() {
        changes.lock();
        try {
            return writer.stats();
        } finally {
            changes.unlock();
        }
    }

    /** A handle for one reading thread, to be closed when the thread is done. */
    public MatchReader newReader() {
        return new MatchReader(this, epochs.open());
    }

    View view() {
        return writer.view();
    }
}
