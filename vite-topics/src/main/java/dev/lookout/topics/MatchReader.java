package dev.lookout.topics;

/**
 * One reading thread's handle on a {@link TopicIndex}: finds the subscriptions that logs match.
 *
 * <p>Ids handed out stay with their subscriptions, or unused, until this reader's next {@code match} or {@link #idle}:
 * until then an id never means somebody who subscribed later. Ids of one log come in no promised order, each once.
 *
 * <p>Thread: one at a time. Never blocks, never locks, allocates nothing once its buffers have grown.
 */
public final class MatchReader implements AutoCloseable {
    private static final int[] NOTHING = {};

    private final TopicIndex index;
    private final Epochs.Slot epoch;
    private final SingleMatcher single = new SingleMatcher();
    private final StagedMatcher staged = new StagedMatcher();

    private int[] left = NOTHING; // ids of a log that did not fit into the answer
    private int leftFrom;
    private int leftTo;

    MatchReader(TopicIndex index, Epochs.Slot epoch) {
        this.index = index;
        this.epoch = epoch;
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
        return match(logs, first, count, LogBatch.STRIDE, matches);
    }

    /**
     * Matches logs of one block, which share the address and the height of log {@code first}; what the others say of
     * both is not read. Otherwise as {@link #match}: the next call goes on with a later {@code first} of the block.
     */
    public int matchBlock(LogBatch logs, int first, int count, Matches matches) {
        return match(logs, first, count, 0, matches);
    }

    /**
     * Brings the next ids of the log that the last answer left partial, as an answer of one log.
     *
     * @throws IllegalStateException if the last answer was not partial
     */
    public void resume(Matches matches) {
        if (leftFrom == leftTo) {
            throw new IllegalStateException("nothing to resume: the last answer was complete");
        }
        answerLeft(matches);
    }

    /** Says that no id handed out is in use any more, for a reader that may not match for a while. */
    public void idle() {
        epoch.leave();
    }

    /** Ends this reader; nothing waits for it any more. It may not be used again. */
    @Override
    public void close() {
        epoch.close();
    }

    private int match(LogBatch logs, int first, int count, int addressStride, Matches matches) {
        if (first < 0 || count < 1 || first > logs.size() - count) {
            throw new IndexOutOfBoundsException(
                    "logs " + first + " to " + (first + (long) count) + " of " + logs.size());
        }
        epoch.enter();
        View view = index.view();
        long[] words = logs.words();
        leftFrom = 0;
        leftTo = 0;
        int at = first * LogBatch.STRIDE;
        int wanted = Math.min(count, matches.maxLogs());
        int answered = view.isLarge() && wanted > 1
                ? matchStaged(view, words, at, addressStride, wanted, matches)
                : matchSingly(view, words, at, addressStride, wanted, matches);
        matches.logs = answered;
        matches.partial = false;
        if (answered == 0) {
            findLeft(view, words, at);
            answerLeft(matches);
            return 1;
        }
        return answered;
    }

    private int matchSingly(View view, long[] words, int first, int addressStride, int count, Matches matches) {
        int end = 0;
        for (int i = 0; i < count; i++) {
            int at = first + i * LogBatch.STRIDE;
            end = single.match(view, words, first + i * addressStride, at, matches.ids, end);
            if (end < 0) {
                return i;
            }
            matches.ends[i] = end;
        }
        return count;
    }

    private int matchStaged(View view, long[] words, int first, int addressStride, int count, Matches matches) {
        int answered = 0;
        while (answered < count) {
            int some = Math.min(count - answered, StagedMatcher.LOGS);
            int end = answered == 0 ? 0 : matches.ends[answered - 1];
            int at = first + answered * LogBatch.STRIDE;
            int address = first + answered * addressStride;
            int done = staged.match(
                    view, words, address, addressStride, at, some, matches.ids, end, matches.ends, answered);
            answered += done;
            if (done < some) {
                break;
            }
        }
        return answered;
    }

    private void findLeft(View view, long[] words, int at) {
        int to = single.match(view, words, at, at, left, 0);
        while (to < 0) {
            left = new int[Math.max(1024, 2 * left.length)];
            to = single.match(view, words, at, at, left, 0);
        }
        leftTo = to;
    }

    private void answerLeft(Matches matches) {
        int part = Math.min(leftTo - leftFrom, matches.ids.length);
        System.arraycopy(left, leftFrom, matches.ids, 0, part);
        leftFrom += part;
        matches.ends[0] = part;
        matches.logs = 1;
        matches.partial = leftFrom < leftTo;
    }
}
