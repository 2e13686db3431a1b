package dev.lookout.topics;

import org.jspecify.annotations.Nullable;

/**
 * What a subscription still asks of a log that has its key: a number of topics, and sets of alternatives that were too
 * big to become keys. Immutable; any thread.
 */
final class Residual {
    private final int minTopics;
    private final @Nullable TopicSet[] sets; // by topic index; null = nothing more asked

    Residual(int minTopics, @Nullable TopicSet[] sets) {
        this.minTopics = minTopics;
        this.sets = sets.clone();
    }

    boolean accepts(long[] log, int at) {
        if (log[at + LogBatch.TOPIC_COUNT] < minTopics) {
            return false;
        }
        for (int i = 0; i < sets.length; i++) {
            TopicSet set = sets[i];
            if (set != null && !set.contains(log, at + LogBatch.TOPIC_0 + i * Words.TOPIC_WORDS)) {
                return false;
            }
        }
        return true;
    }

    long bytes() {
        long bytes = 48;
        for (TopicSet set : sets) {
            bytes += set == null ? 0 : set.bytes();
        }
        return bytes;
    }
}
