package dev.lookout.gateway.chain;

/**
 * Turns a chain into an ordered run of events.
 *
 * <p>Order is the source's duty: a block is removed before it is inserted again, an undo goes newest first, it is over
 * before the redo starts, and each insertion and each removal comes once. What a node, a file or a generator does
 * otherwise is healed before the sink sees it.
 *
 * @param <E> the chain family's event; immutable
 */
public interface ChainSource<E> extends AutoCloseable {
    /** What this source is, in a few words for a log line, such as {@code recorded chain.jsonl at pace 10}. */
    String describe();

    /**
     * Begins to deliver, on a thread of the source's own, one event at a time.
     *
     * @throws IllegalStateException if it was started before
     */
    void start(Sink<E> sink);

    /** Stops delivering; returns once no call to the sink is under way. Calling it again, or before a start, is harmless. */
    @Override
    void close();

    /** Takes what a source delivers. */
    interface Sink<E> {
        /** The next event. Returns when the event is in the log; a sink never waits for a client. */
        void event(E event);

        /** The source has come to its end: no more events, and no error. Called at most once, as the last call. */
        void ended();

        /** The source cannot go on; the exception says why. Called at most once, as the last call. */
        void failed(RuntimeException failure);
    }
}
