package dev.lookout.topics;

/**
 * One exact key as the writer builds it: a tuple, and a value for each position the tuple fixes.
 *
 * <p>The values lie where a log has them, so that the code which compares a record with a log compares it with a key, too.
 * One instance is used again and again, under the index's lock.
 */
final class Key {
    final long[] log = new long[LogBatch.STRIDE];
    int tuple;
    int mask;
    int signature;

    private final HashSeed seed;
    private final long[] hashes = new long[5];

    Key(HashSeed seed) {
        this.seed = seed;
    }

    void tuple(int id) {
        tuple = id;
        mask = Tuples.mask(id);
        signature = SignatureTable.NONE;
    }

    void address(long[] words, int at) {
        System.arraycopy(words, at, log, 0, Words.ADDRESS_WORDS);
        hashes[0] = seed.address(log, 0);
    }

    void topic(int index, long[] words, int at) {
        int to = LogBatch.TOPIC_0 + index * Words.TOPIC_WORDS;
        System.arraycopy(words, at, log, to, Words.TOPIC_WORDS);
        hashes[index + 1] = seed.topic(log, to, index);
    }

    /** Sets topic 0 by its number; its words are not needed, as records hold the number. */
    void signature(int id, long hash) {
        signature = id;
        hashes[1] = hash;
    }

    /** Hash of the value at a position, 0 the address, 1 to 4 the topics. */
    long valueHash(int position) {
        return hashes[position];
    }

    long hash() {
        long sum = 0;
        for (int p = 0; p < hashes.length; p++) {
            sum += ((mask >>> p) & 1) == 0 ? 0 : hashes[p];
        }
        return seed.key(tuple, sum);
    }

    /** Adds the values that the presence filter covers: all but topic 0, whose table is exact. */
    void addTo(PresenceFilter filter) {
        for (int p = 0; p < hashes.length; p++) {
            if ((mask & ~Tuples.TOPIC_0 & (1 << p)) != 0) {
                filter.add(hashes[p]);
            }
        }
    }
}
