package dev.lookout.topics;

/**
 * What to look for, worked out in advance for every set of tuples in use: from the positions whose values are known to some
 * filter to the tuples worth a probe. Immutable; any thread.
 */
final class ProbePlan {
    private static final int LENGTHS = LogBatch.MAX_TOPICS + 1;

    final long tuples;

    /** Whether any tuple fixes the address. */
    final boolean usesAddress;

    /** Bits of topics 1 to 3 worth a test, by {@link #needIndex}. */
    final byte[] need = new byte[4 * LENGTHS];

    /** Sets of tuples to probe, by {@link #probeIndex}. */
    final long[] probes = new long[32 * LENGTHS];

    /** @param tuples a bit for each tuple in use */
    ProbePlan(long tuples) {
        this.tuples = tuples;
        boolean address = false;
        for (long rest = tuples; rest != 0; rest &= rest - 1) {
            int tuple = Long.numberOfTrailingZeros(rest);
            address |= (Tuples.mask(tuple) & Tuples.ADDRESS) != 0;
            for (int topics = Tuples.minTopics(tuple); topics < LENGTHS; topics++) {
                addTuple(tuple, topics);
            }
        }
        usesAddress = address;
    }

    /**
     * @param known bits of the address (1) and topic 0 (2) if some key has the value
     * @param topics number of topics of the log
     */
    static int needIndex(int known, int topics) {
        return (topics << 2) | known;
    }

    /** @param known a bit for each of the five positions if some key may have the value */
    static int probeIndex(int known, int topics) {
        return (topics << 5) | known;
    }

    private void addTuple(int tuple, int topics) {
        int mask = Tuples.mask(tuple);
        for (int known = 0; known < 4; known++) {
            if ((mask & 3 & ~known) == 0) {
                need[needIndex(known, topics)] |= (byte) (mask >>> 2);
            }
        }
        for (int known = 0; known < 32; known++) {
            if ((mask & ~known) == 0) {
                probes[probeIndex(known, topics)] |= 1L << tuple;
            }
        }
    }
}
