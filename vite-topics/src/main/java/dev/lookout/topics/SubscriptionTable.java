package dev.lookout.topics;

import java.util.Arrays;

/**
 * The hashes of each live subscription's keys, by its id: what it takes to end it. In chunks, so that growth copies little.
 *
 * <p>Thread: under the index's lock.
 */
final class SubscriptionTable {
    private static final int CHUNK_BITS = 12;
    private static final int CHUNK = 1 << CHUNK_BITS;

    // A single key's hash is stored as it is; it has HashSeed.KEY_MARK and is none of these.
    private static final long FREE = 0;
    private static final long SEVERAL = 1;
    private static final long[] NO_CHUNK = {};
    private static final long[][] NO_HASHES = {};

    private long[][] hashes = {};
    private long[][][] several = {};
    private int live;
    private long severalBytes;

    int live() {
        return live;
    }

    boolean isLive(int id) {
        int chunk = id >>> CHUNK_BITS;
        return id >= 0 && chunk < hashes.length && hashes[chunk].length > 0 && hashes[chunk][id & (CHUNK - 1)] != FREE;
    }

    /** @param keys hashes of all keys of the subscription; kept */
    void put(int id, long[] keys) {
        int chunk = id >>> CHUNK_BITS;
        int at = id & (CHUNK - 1);
        if (chunk >= hashes.length) {
            grow(chunk + 1);
        }
        if (hashes[chunk].length == 0) {
            hashes[chunk] = new long[CHUNK];
        }
        if (keys.length == 1) {
            hashes[chunk][at] = keys[0];
        } else {
            if (several[chunk].length == 0) {
                several[chunk] = new long[CHUNK][];
            }
            several[chunk][at] = keys;
            hashes[chunk][at] = SEVERAL;
            severalBytes += 16 + 8L * keys.length;
        }
        live++;
    }

    /** Forgets a live subscription. Returns the hashes of its keys. */
    long[] remove(int id) {
        int chunk = id >>> CHUNK_BITS;
        int at = id & (CHUNK - 1);
        long hash = hashes[chunk][at];
        hashes[chunk][at] = FREE;
        live--;
        if (hash != SEVERAL) {
            return new long[] {hash};
        }
        long[] keys = several[chunk][at];
        several[chunk][at] = NO_CHUNK;
        severalBytes -= 16 + 8L * keys.length;
        return keys;
    }

    long bytes() {
        long bytes = 32 + 8L * hashes.length + severalBytes;
        for (int i = 0; i < hashes.length; i++) {
            bytes += hashes[i].length == 0 ? 0 : 16 + 8L * CHUNK;
            bytes += several[i].length == 0 ? 0 : 16 + 4L * CHUNK;
        }
        return bytes;
    }

    private void grow(int chunks) {
        int old = hashes.length;
        int size = Math.max(chunks, old + old / 2);
        hashes = Arrays.copyOf(hashes, size);
        several = Arrays.copyOf(several, size);
        Arrays.fill(hashes, old, size, NO_CHUNK);
        Arrays.fill(several, old, size, NO_HASHES);
    }
}
