package dev.lookout.gateway.chain;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An {@link EventLog} in this process's memory, a new epoch for each instance.
 *
 * <p>Thread: every method from any thread. Followers are called on the appending thread, outside the lock that guards the
 * entries and inside the one that keeps appends in order: a follower may read the log but not append to it.
 */
public final class InMemoryEventLog<E> implements EventLog<E> {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String epoch = new BigInteger(128, RANDOM).toString(16);
    private final Retention<E> retention;
    private final ReentrantLock appending = new ReentrantLock(); // held while followers run, so that they see one order
    private final Object guard = new Object(); // guards entries, first, weight
    private final List<Follower<E>> followers = new CopyOnWriteArrayList<>();
    private final Ring<E> entries = new Ring<>(64);
    private long first = 1;
    private long weight;

    public InMemoryEventLog(Retention<E> retention) {
        this.retention = retention;
    }

    @Override
    public String epoch() {
        return epoch;
    }

    @Override
    public long append(long expected, E event) {
        if (appending.isHeldByCurrentThread()) {
            throw new IllegalStateException("a follower appended to the log that called it");
        }
        appending.lock();
        try {
            long next = last() + 1;
            if (expected != next) {
                throw new SequenceConflictException(expected, next);
            }
            keep(event);
            var entry = new Entry<>(next, event);
            followers.forEach(follower -> follower.appended(entry));
            return next;
        } finally {
            appending.unlock();
        }
    }

    @Override
    public List<Entry<E>> read(long from, int max) {
        if (from < 1 || max < 1) {
            throw new IllegalArgumentException("read from " + from + ", at most " + max + ": both start at 1");
        }
        synchronized (guard) {
            if (from < first) {
                throw new TrimmedException(from, first);
            }
            int offset = (int) Math.min(from - first, entries.size());
            int count = Math.min(max, entries.size() - offset);
            var page = new ArrayList<Entry<E>>(count);
            for (int i = 0; i < count; i++) {
                page.add(new Entry<>(from + i, entries.get(offset + i)));
            }
            return page;
        }
    }

    @Override
    public long first() {
        synchronized (guard) {
            return first;
        }
    }

    @Override
    public long last() {
        synchronized (guard) {
            return first + entries.size() - 1;
        }
    }

    @Override
    public Following follow(Follower<E> follower) {
        // Waits for an append under way: who follows from here on sees exactly what last() does not yet count.
        appending.lock();
        try {
            followers.add(follower);
        } finally {
            appending.unlock();
        }
        return () -> followers.remove(follower);
    }

    private void keep(E event) {
        long added = retention.weigher().applyAsLong(event);
        synchronized (guard) {
            entries.add(event);
            weight += added;
            while (entries.size() > 1 && (entries.size() > retention.maxEvents() || weight > retention.maxWeight())) {
                weight -= retention.weigher().applyAsLong(entries.removeFirst());
                first++;
            }
        }
    }

    /** A queue that can also be read by index, which an {@code ArrayDeque} cannot. */
    private static final class Ring<E> {
        private Object[] slots;
        private int head;
        private int size;

        Ring(int capacity) {
            slots = new Object[capacity];
        }

        int size() {
            return size;
        }

        @SuppressWarnings("unchecked") // only add() writes, and it takes an E
        E get(int index) {
            return (E) slots[(head + index) % slots.length];
        }

        void add(E event) {
            if (size == slots.length) {
                grow();
            }
            slots[(head + size) % slots.length] = event;
            size++;
        }

        @SuppressWarnings("NullAway") // a freed slot holds nothing, so that the event can be collected
        E removeFirst() {
            E event = get(0);
            slots[head] = null;
            head = (head + 1) % slots.length;
            size--;
            return event;
        }

        private void grow() {
            var wider = new Object[slots.length * 2];
            for (int i = 0; i < size; i++) {
                wider[i] = get(i);
            }
            slots = wider;
            head = 0;
        }
    }
}
