package dev.lookout.gateway.chain;

import java.util.List;

/**
 * Gives each event a sequence in an epoch and keeps it for a while.
 *
 * <p>Sequences start at 1 and have no holes. Old entries are dropped when the engine's retention says so; readers that
 * come too late are told ({@link TrimmedException}), never given a stream with a hole. One writer appends; any number of
 * threads read. {@code EventLogContract} in the tests states the whole of it for every engine.
 *
 * @param <E> the chain family's event; immutable
 */
public interface EventLog<E> {
    /** Names this uninterrupted run of sequences; never changes during the life of the object. */
    String epoch();

    /**
     * Adds an event at the end.
     *
     * @param expected the sequence that the caller believes it will get: {@code last() + 1}
     * @return the sequence it got, which is {@code expected}
     * @throws SequenceConflictException if somebody else appended meanwhile; nothing was added
     */
    long append(long expected, E event);

    /**
     * Entries from {@code from} on, oldest first.
     *
     * @param from first sequence wanted, 1 or more; beyond the end gives an empty list
     * @param max how many at most, 1 or more
     * @throws TrimmedException if {@code from} was kept once and is gone
     */
    List<Entry<E>> read(long from, int max);

    /** Sequence of the oldest entry kept; {@code last() + 1} when none is. */
    long first();

    /** Sequence of the newest entry ever appended; 0 when there was none. */
    long last();

    /**
     * Calls the follower for every entry appended after this call, in order, one at a time. An in-memory engine calls on
     * the writer's thread, so a follower hands work on and does not wait.
     *
     * @return ends the following when closed; a call under way may still finish
     */
    Following follow(Follower<E> follower);

    /**
     * One event and its place.
     *
     * @param sequence 1 or more
     */
    record Entry<E>(long sequence, E event) {}

    /** Is told of new entries. */
    interface Follower<E> {
        void appended(Entry<E> entry);
    }

    /** A follower's registration. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
