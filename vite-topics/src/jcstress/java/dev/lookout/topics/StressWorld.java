package dev.lookout.topics;

import java.util.SplittableRandom;

/** Values and calls that the stress tests share. */
final class StressWorld {
    /** Known, so that {@link #ADDRESSES} can be chosen. */
    static final long SEED = 42;

    static final byte[] SIGNATURE = bytes(1, 32);
    static final byte[] WALLET = bytes(2, 32);

    /** Addresses whose keys meet in one partition, more than it has room for without being rewritten. */
    static final byte[][] ADDRESSES = addressesOfOnePartition(12);

    private StressWorld() {}

    static TopicIndex index() {
        return TopicIndex.withSeed(IndexLimits.DEFAULT, SEED, Integer.MAX_VALUE);
    }

    static LogFilter filter(int address) {
        return LogFilter.builder().address(ADDRESSES[address]).build();
    }

    static LogBatch logOf(int address) {
        return new LogBatch(1).add(ADDRESSES[address], 7).topic(SIGNATURE).topic(WALLET);
    }

    /** The ids found for one log as bits: id 0 is 1, id 1 is 2. */
    static int found(MatchReader reader, LogBatch log) {
        var matches = new Matches(1, 64);
        reader.match(log, 0, 1, matches);
        int bits = 0;
        for (int i = 0; i < matches.size(); i++) {
            bits |= 1 << matches.ids()[i];
        }
        return bits;
    }

    private static byte[][] addressesOfOnePartition(int count) {
        var seed = new HashSeed(SEED);
        var key = new Key(seed);
        var words = new long[Words.ADDRESS_WORDS];
        var chosen = new byte[count][];
        key.tuple(Tuples.id(Tuples.ADDRESS, 0));
        for (int n = 0, candidate = 100; n < count; candidate++) {
            byte[] address = bytes(candidate, 21);
            Words.putAddress(address, words, 0);
            key.address(words, 0);
            if (Partition.of(key.hash()) == 0) {
                chosen[n++] = address;
            }
        }
        return chosen;
    }

    private static byte[] bytes(long seed, int length) {
        var bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }
}
