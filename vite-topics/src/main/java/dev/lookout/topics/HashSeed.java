package dev.lookout.topics;

import java.util.SplittableRandom;

/**
 * The secret hash of one index: position values to 64 bits, and sums of those to the hash of a key.
 *
 * <p>Every step multiplies two words, each masked by a secret, to 128 bits and folds the halves: cheap, and without the
 * secrets nobody can choose addresses or topics that meet in one slot. The position is part of the hash, so that a
 * wallet as topic 1 and the same wallet as topic 2 have nothing in common.
 */
final class HashSeed {
    private final long a0;
    private final long a1;
    private final long a2;
    private final long a3;
    private final long t0;
    private final long t1;
    private final long t2;
    private final long t3;
    private final long k0;
    private final long k1;
    private final long[] position = new long[LogBatch.MAX_TOPICS];
    private final long[] tuple = new long[Tuples.COUNT];

    HashSeed(long seed) {
        var random = new SplittableRandom(seed);
        a0 = random.nextLong();
        a1 = random.nextLong();
        a2 = random.nextLong();
        a3 = random.nextLong() | 1;
        t0 = random.nextLong();
        t1 = random.nextLong();
        t2 = random.nextLong();
        t3 = random.nextLong();
        k0 = random.nextLong();
        k1 = random.nextLong() | 1;
        for (int i = 0; i < position.length; i++) {
            position[i] = random.nextLong();
        }
        for (int i = 0; i < tuple.length; i++) {
            tuple[i] = random.nextLong();
        }
    }

    /** Hash of the three address words that start at {@code at}. */
    long address(long[] words, int at) {
        return fold(words[at] ^ a0, words[at + 1] ^ a1) + fold(words[at + 2] ^ a2, a3);
    }

    /** Hash of the four topic words that start at {@code at}, as the topic of {@code index}, 0 to 3. */
    long topic(long[] words, int at, int index) {
        long p = position[index];
        return fold(words[at] ^ t0 ^ p, words[at + 1] ^ t1) + fold(words[at + 2] ^ t2, words[at + 3] ^ t3 ^ p);
    }

    /** Hash of a key: its tuple, and the sum of the hashes of the values that the tuple constrains. */
    long key(int tupleId, long sumOfHashes) {
        return fold((sumOfHashes + tuple[tupleId]) ^ k0, k1) | KEY_MARK;
    }

    /** Set in every key hash, so that smaller numbers can stand for something else in the same place. */
    static final long KEY_MARK = 1L << 32;

    private static long fold(long a, long b) {
        return Math.multiplyHigh(a, b) ^ (a * b);
    }
}
