package dev.lookout.topics;

import java.util.Arrays;
import java.util.Map;

/**
 * One reading thread's handle on a {@link TopicIndex}: finds the subscriptions that logs match.
 *
 * <p>Ids handed out stay with their subscriptions, or unused, until this reader's next {@code match} or {@link #idle}:
 * until then an id never means somebody who subscribed later. Ids of one log come in no promised order, each once.
 *
 * <p>Thread: one at a time. Never blocks, never locks, allocates nothing once its buffers have grown.
 */
public final class MatchReader implements AutoCloseable {
    private final TopicIndex index;
    private int[] pending = {};
    private int pendingFrom;
    private int pendingTo;

    MatchReader(TopicIndex index) {
        this.index = index;
    }

    /**
     * Matches logs, as many as the answer has room for and at least one. A log whose ids do not fit is left for the
     * next call, unless it is the first: then the answer holds what fits and is {@linkplain Matches#isPartial partial}.
     * What was left of an earlier partial answer is dropped.
     *
     * @param first index of the first log to match
     * @param count logs to match, at least 1
     * @return logs answered, 1 to {@code count}, a partial one included
     */
    public int match(LogBatch logs, int first, int count, Matches matches) {
        if (first < 0 || count < 1 || first > logs.size() - count) {
            throw new IndexOutOfBoundsException(
                    "logs " + first + " to " + (first + (long) count) + " of " + logs.size());
        }
        matches.logs = 0;
        matches.partial = false;
        pendingFrom = 0;
        pendingTo = 0;
        int at = 0;
        int answered = 0;
        while (answered < count && answered < matches.maxLogs()) {
            int found = find(logs.words(), (first + answered) * LogBatch.STRIDE);
            if (at + found > matches.ids.length) {
                if (answered == 0) {
                    pendingTo = found;
                    resume(matches);
                    return 1;
                }
                break;
            }
            System.arraycopy(pending, 0, matches.ids, at, found);
            at += found;
            matches.ends[answered++] = at;
            matches.logs = answered;
        }
        return answered;
    }

    /**
     * Matches logs of one block, which share the address and the height of log {@code first}; what the others say of
     * both is not read. Otherwise as {@link #match}: the next call goes on with a later {@code first} of the block.
     */
    public int matchBlock(LogBatch logs, int first, int count, Matches matches) {
        return match(logs, first, count, matches);
    }

    /**
     * Brings the next ids of the log that the last answer left partial, as an answer of one log.
     *
     * @throws IllegalStateException if the last answer was not partial
     */
    public void resume(Matches matches) {
        if (pendingFrom == pendingTo) {
            throw new IllegalStateException("nothing to resume: the last answer was complete");
        }
        int part = Math.min(pendingTo - pendingFrom, matches.ids.length);
        System.arraycopy(pending, pendingFrom, matches.ids, 0, part);
        pendingFrom += part;
        matches.ends[0] = part;
        matches.logs = 1;
        matches.partial = pendingFrom < pendingTo;
    }

    /** Says that no id handed out is in use any more, for a reader that may not match for a while. */
    public void idle() {}

    /** Ends this reader; nothing waits for it any more. */
    @Override
    public void close() {
        idle();
    }

    private int find(long[] log, int at) {
        int found = 0;
        for (Map.Entry<Integer, LogFilter> entry : index.filters().entrySet()) {
            if (matches(entry.getValue(), log, at)) {
                if (found == pending.length) {
                    pending = Arrays.copyOf(pending, Math.max(16, 2 * found));
                }
                pending[found++] = entry.getKey();
            }
        }
        return found;
    }

    private static boolean matches(LogFilter filter, long[] log, int at) {
        int positions = filter.positionCount();
        if (log[at + LogBatch.TOPIC_COUNT] < positions || !addressMatches(filter, log, at)) {
            return false;
        }
        for (int p = 0; p < positions; p++) {
            int topic = at + LogBatch.TOPIC_0 + p * Words.TOPIC_WORDS;
            if (filter.alternativeCount(p) > 0
                    && !contains(filter.alternativeWords(p), Words.TOPIC_WORDS, log, topic)) {
                return false;
            }
        }
        return true;
    }

    private static boolean addressMatches(LogFilter filter, long[] log, int at) {
        long height = log[at + LogBatch.HEIGHT];
        for (int i = 0; i < filter.addressCount(); i++) {
            int a = i * Words.ADDRESS_WORDS;
            if (Arrays.equals(filter.addressWords(), a, a + Words.ADDRESS_WORDS, log, at, at + Words.ADDRESS_WORDS)) {
                return (filter.from(i) == 0 || Long.compareUnsigned(filter.from(i), height) <= 0)
                        && (filter.to(i) == 0 || Long.compareUnsigned(height, filter.to(i)) <= 0);
            }
        }
        return filter.isAnyAddress();
    }

    private static boolean contains(long[] set, int width, long[] log, int at) {
        for (int i = 0; i < set.length; i += width) {
            if (Arrays.equals(set, i, i + width, log, at, at + width)) {
                return true;
            }
        }
        return false;
    }
}
