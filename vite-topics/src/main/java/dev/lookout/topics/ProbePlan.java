package dev.lookout.topics;

/**
 * What to look for, worked out in advance for a set of tuples in use. Immutable; any thread.
 *
 * <p>A log is asked in three rounds: is its topic 0 a known signature; are the values at the positions in {@link #first}
 * known; are those in {@link #second}. Each answer rules tuples out, and a position is asked for only while a tuple that is
 * not ruled out fixes it. {@link #probes} has the tuples that remain.
 *
 * <p>Positions are bits, as in the mask of a tuple; {@code known} has a bit for each position whose value may be in a key.
 */
final class ProbePlan {
    static final int POSITIONS = 5;
    static final int MASKS = 1 << POSITIONS;

    private static final int LENGTHS = LogBatch.MAX_TOPICS + 1;
    private static final int LATER_TOPICS = (MASKS - 1) & ~(Tuples.ADDRESS | Tuples.TOPIC_0);

    final long tuples;

    /** Whether any tuple fixes topic 0. */
    final boolean usesTopic0;

    /** Positions to ask for in the first round, by {@link #index} of a {@code known} that has topic 0 at most. */
    final byte[] first = new byte[MASKS * LENGTHS];

    /** Positions to ask for in the second round, by {@link #index}. */
    final byte[] second = new byte[MASKS * LENGTHS];

    /** Sets of tuples to probe after both rounds, by {@link #index}. */
    final long[] probes = new long[MASKS * LENGTHS];

    /** @param tuples a bit for each tuple in use */
    ProbePlan(long tuples) {
        this.tuples = tuples;
        usesTopic0 = (positions(tuples) & Tuples.TOPIC_0) != 0;
        for (int topics = 0; topics < LENGTHS; topics++) {
            for (int known = 0; known < MASKS; known++) {
                int signature = known & Tuples.TOPIC_0;
                int asked = firstRound(possible(Tuples.TOPIC_0, signature, topics)) & ~Tuples.TOPIC_0;
                int answered = asked | Tuples.TOPIC_0;
                int index = index(known, topics);
                first[index] = (byte) asked;
                second[index] = (byte) (positions(possible(answered, known, topics)) & ~answered);
                probes[index] = possible(MASKS - 1, known, topics);
            }
        }
    }

    /** @param topics number of topics of the log */
    static int index(int known, int topics) {
        return (topics << POSITIONS) | known;
    }

    /** The tuples not ruled out by the positions asked for, and the number of topics. */
    private long possible(int asked, int known, int topics) {
        long possible = 0;
        for (long rest = tuples; rest != 0; rest &= rest - 1) {
            int tuple = Long.numberOfTrailingZeros(rest);
            if ((Tuples.mask(tuple) & asked & ~known) == 0 && Tuples.minTopics(tuple) <= topics) {
                possible |= 1L << tuple;
            }
        }
        return possible;
    }

    /**
     * Topics that tuples of any address fix must be asked for anyway. If those are all, the address can wait until one of
     * them is known; otherwise it is asked for first and may save the other topics.
     */
    private static int firstRound(long possible) {
        int all = 0;
        int ofAnyAddress = 0;
        boolean addressDecides = false;
        for (long rest = possible; rest != 0; rest &= rest - 1) {
            int mask = Tuples.mask(Long.numberOfTrailingZeros(rest));
            all |= mask;
            if ((mask & Tuples.ADDRESS) == 0) {
                ofAnyAddress |= mask;
            } else {
                addressDecides |= (mask & LATER_TOPICS) == 0;
            }
        }
        addressDecides |= (all & LATER_TOPICS & ~ofAnyAddress) != 0;
        return ofAnyAddress | (addressDecides ? Tuples.ADDRESS : 0);
    }

    private static int positions(long tuples) {
        int positions = 0;
        for (long rest = tuples; rest != 0; rest &= rest - 1) {
            positions |= Tuples.mask(Long.numberOfTrailingZeros(rest));
        }
        return positions;
    }
}
