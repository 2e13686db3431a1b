package dev.lookout.topics;

import java.util.Arrays;

/** Topics of one position, hashed with the index's secret. Immutable; any thread. */
final class TopicSet {
    private final HashSeed seed;
    private final int position;
    private final long[] topics; // the filter's own words
    private final int[] slots; // number of the topic + 1; 0 = empty; at most half of them are filled
    private final int shift;

    /** @param topics four words each, none twice; not to be changed afterwards */
    TopicSet(HashSeed seed, int position, long[] topics) {
        this.seed = seed;
        this.position = position;
        this.topics = topics;
        int count = topics.length / Words.TOPIC_WORDS;
        int size = Integer.highestOneBit(count) * 4;
        slots = new int[size];
        shift = 64 - Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < count; i++) {
            int slot = home(topics, i * Words.TOPIC_WORDS);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = i + 1;
        }
    }

    boolean contains(long[] log, int at) {
        for (int slot = home(log, at); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
            int topic = (slots[slot] - 1) * Words.TOPIC_WORDS;
            if (Arrays.equals(topics, topic, topic + Words.TOPIC_WORDS, log, at, at + Words.TOPIC_WORDS)) {
                return true;
            }
        }
        return false;
    }

    long bytes() {
        return 8L * topics.length + 4L * slots.length;
    }

    private int home(long[] words, int at) {
        return (int) (seed.topic(words, at, position) >>> shift);
    }
}
