package dev.lookout.topics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Gives every topic 0 that is part of a key a small number, so that a record needs 17 bits for it and not 256.
 *
 * <p>There are few signatures and they repeat, so this is also the sharpest presence test: a log whose topic 0 has no
 * number needs no look at the keys that fix topic 0.
 *
 * <p>Thread: all methods under the index's lock; {@link Lookup} is for readers.
 */
final class SignatureTable {
    static final int BITS = 17;

    /** Number of no signature. */
    static final int NONE = 0;

    private static final int END = 1 << BITS;
    private static final VarHandle HASHES = MethodHandles.arrayElementVarHandle(long[].class);

    private final IdPool ids;
    private Lookup lookup = new Lookup(16);
    private int[] uses = new int[8];
    private long[] hashById = new long[8];
    private int filled;

    SignatureTable(Epochs epochs) {
        ids = new IdPool(epochs, NONE + 1, END);
    }

    /** The view of it for readers; another one after growth. */
    Lookup lookup() {
        return lookup;
    }

    long hash(int id) {
        return hashById[id];
    }

    /** The four words of each signature, by its number. */
    long[] words() {
        return lookup.words;
    }

    int size() {
        int size = 0;
        for (int n : uses) {
            size += n > 0 ? 1 : 0;
        }
        return size;
    }

    /**
     * Counts one more use of a topic 0.
     *
     * @param hash its hash as topic 0
     * @return its number
     * @throws IndexLimitException if all numbers are taken
     */
    int retain(long[] topic, int at, long hash) {
        int slot = lookup.slotOf(hash);
        int id = lookup.ids[slot];
        if (id == NONE) {
            id = insert(topic, at, hash);
        } else if (!Arrays.equals(lookup.words, 4 * id, 4 * id + 4, topic, at, at + 4)) {
            throw new IllegalStateException(
                    "two values of topic 0 have one 64-bit hash, which happens once in 2^64 pairs:"
                            + " make a new index, its seed will differ");
        }
        uses[id]++;
        return id;
    }

    void retain(int id) {
        uses[id]++;
    }

    void release(int id) {
        if (--uses[id] == 0) {
            lookup.ids[lookup.slotOf(hashById[id])] = NONE; // the slot stays, for walks that cross it
            ids.release(id);
        }
    }

    private int insert(long[] topic, int at, long hash) {
        int id = ids.take();
        if (id < 0) {
            throw new IndexLimitException(
                    "live filters name " + (END - 1) + " different values of topic 0, the limit; one more is refused");
        }
        if (id >= uses.length) {
            int length = Math.min(END, 2 * uses.length);
            uses = Arrays.copyOf(uses, length);
            hashById = Arrays.copyOf(hashById, length);
        }
        hashById[id] = hash;
        if (4 * (filled + 1) > lookup.hashes.length || 4 * id + 4 > lookup.words.length) {
            rebuild();
        }
        System.arraycopy(topic, at, lookup.words, 4 * id, 4);
        filled += lookup.put(hash, id) ? 1 : 0;
        return id;
    }

    private void rebuild() {
        int live = 0;
        for (int n : uses) {
            live += n > 0 ? 1 : 0;
        }
        var next = new Lookup(Integer.highestOneBit(Math.max(8, live)) * 8);
        next.words = Arrays.copyOf(lookup.words, 4 * uses.length);
        for (int id = 0; id < uses.length; id++) {
            if (uses[id] > 0) {
                next.put(hashById[id], id);
            }
        }
        filled = live;
        lookup = next;
    }

    /**
     * What readers see: an open-addressing table from hash to number, at most a quarter full, and the exact words. A match
     * is believed only after {@link #isExactly}.
     *
     * <p>Loads are plain: what was put before a match began is seen because the match loaded the index's view, and what
     * is put meanwhile, seen in whatever order, passes {@link #isExactly} only when all of it has been seen.
     */
    static final class Lookup {
        final long[] hashes;
        final int[] ids;
        final int shift;
        long[] words = new long[4 * 8];

        private Lookup(int size) {
            hashes = new long[size];
            ids = new int[size];
            shift = 64 - Integer.numberOfTrailingZeros(size);
        }

        /** The number of the topic with this hash, or {@link #NONE}. */
        int find(long hash) {
            return ids[slotOf(hash)];
        }

        boolean isExactly(int id, long[] log, int at) {
            int w = 4 * id;
            return ((words[w] ^ log[at])
                            | (words[w + 1] ^ log[at + 1])
                            | (words[w + 2] ^ log[at + 2])
                            | (words[w + 3] ^ log[at + 3]))
                    == 0;
        }

        private int slotOf(long hash) {
            long wanted = hash | 1; // 0 marks an empty slot
            int slot = (int) (hash >>> shift);
            while (hashes[slot] != wanted && hashes[slot] != 0) {
                slot = (slot + 1) & (hashes.length - 1);
            }
            return slot;
        }

        /** Returns whether it took an empty slot. */
        private boolean put(long hash, int id) {
            int slot = slotOf(hash);
            ids[slot] = id;
            boolean wasEmpty = hashes[slot] == 0;
            HASHES.setRelease(hashes, slot, hash | 1);
            return wasEmpty;
        }
    }
}
