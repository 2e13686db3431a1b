package dev.lookout.topics;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the presence filter sharp: makes a bigger one when it is full, and a clean one when much was removed.
 *
 * <p>The next filter is filled a few partitions per change of the index, so that no change waits for more than one
 * partition; meanwhile new values go into both.
 *
 * <p>Thread: under the index's lock.
 */
final class FilterRebuild {
    private static final int MIN_WORDS = 512;
    private static final int KEYS_PER_STEP = 1024;

    private final KeyTable table;
    private final int maxWords;
    private PresenceFilter current = new PresenceFilter(MIN_WORDS);
    private @Nullable PresenceFilter next;
    private int nextPartition;
    private int removedKeys;

    /** @param maxBytes a power of two; half of the L2 cache is what it should be */
    FilterRebuild(KeyTable table, int maxBytes) {
        this.table = table;
        this.maxWords = Math.max(MIN_WORDS, maxBytes / Long.BYTES);
    }

    PresenceFilter current() {
        return current;
    }

    /** Before the key is published. */
    void add(Key key) {
        key.addTo(current);
        if (next != null) {
            key.addTo(next);
        }
    }

    void keyRemoved() {
        removedKeys++;
    }

    /** A bounded amount of work. Returns whether {@link #current} is another filter now. */
    boolean step() {
        if (next == null) {
            next = begin();
            nextPartition = 0;
        }
        if (next == null) {
            return false;
        }
        for (int keys = 0; keys < KEYS_PER_STEP && nextPartition < KeyTable.PARTITIONS; nextPartition++) {
            keys += table.addValues(nextPartition, next);
        }
        if (nextPartition < KeyTable.PARTITIONS) {
            return false;
        }
        current = next;
        next = null;
        return true;
    }

    private @Nullable PresenceFilter begin() {
        int size = current.words().length;
        if (current.isFull() && size < maxWords) {
            return new PresenceFilter(Math.min(4 * size, maxWords));
        }
        if (removedKeys > 4096 && removedKeys > table.keys()) {
            removedKeys = 0;
            return new PresenceFilter(size);
        }
        return null;
    }
}
