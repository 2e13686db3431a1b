package dev.lookout.topics;

/**
 * The shapes a key can have: which of the five positions it fixes, and how many topics a log must have at least.
 *
 * <p>Position 0 is the address, 1 to 4 are topics 0 to 3; a mask has a bit for each. A log needs as many topics as the
 * last fixed one, or more if wildcards follow it. That makes 62 tuples, numbered once and for all: the number is part of
 * each record, and a set of tuples is one {@code long}.
 */
final class Tuples {
    static final int COUNT = 62;
    static final int ADDRESS = 1;
    static final int TOPIC_0 = 2;

    /** Fixing one of these tells most logs apart; topic 0 alone does not. */
    static final int SELECTIVE = 1 | 4 | 8 | 16;

    private static final int LENGTHS = LogBatch.MAX_TOPICS + 1;
    private static final byte[] MASKS = new byte[COUNT];
    private static final byte[] MIN_TOPICS = new byte[COUNT];
    private static final byte[] IDS = new byte[32 * LENGTHS];

    static {
        int id = 0;
        for (int mask = 0; mask < 32; mask++) {
            for (int min = topicsFixed(mask); min < LENGTHS; min++) {
                MASKS[id] = (byte) mask;
                MIN_TOPICS[id] = (byte) min;
                IDS[mask * LENGTHS + min] = (byte) id++;
            }
        }
    }

    private Tuples() {}

    /** @param minTopics at least {@link #topicsFixed} of the mask, at most 4 */
    static int id(int mask, int minTopics) {
        return IDS[mask * LENGTHS + minTopics];
    }

    static int mask(int tuple) {
        return MASKS[tuple];
    }

    static int minTopics(int tuple) {
        return MIN_TOPICS[tuple];
    }

    /** How many topics a log must have for every topic the mask fixes to be there. */
    static int topicsFixed(int mask) {
        return 32 - Integer.numberOfLeadingZeros(mask >>> 1);
    }
}
