package dev.lookout.topics;

/**
 * The caller's buffer for answers: subscription ids, log after log. Used again and again; nothing is allocated after
 * its construction. One thread.
 *
 * <pre>{@code
 * for (int next = 0; next < logs.size(); ) {
 *     int answered = reader.match(logs, next, logs.size() - next, matches);
 *     deliver(next, matches);                    // ids()[begin(i)] .. ids()[end(i) - 1] are those of log next + i
 *     while (matches.isPartial()) {
 *         reader.resume(matches);                // more ids of the last log of that answer, now log 0
 *         deliver(next + answered - 1, matches);
 *     }
 *     next += answered;
 * }
 * }</pre>
 */
public final class Matches {
    final int[] ids;
    final int[] ends;
    int logs;
    boolean partial;

    /**
     * @param maxLogs the most logs one answer covers
     * @param maxIds the most ids one answer holds; a log with more comes in parts
     */
    public Matches(int maxLogs, int maxIds) {
        if (maxLogs < 1 || maxIds < 1) {
            throw new IllegalArgumentException("an answer needs room for a log and an id: " + maxLogs + ", " + maxIds);
        }
        ids = new int[maxIds];
        ends = new int[maxLogs];
    }

    /** Logs covered by this answer. */
    public int logs() {
        return logs;
    }

    /** The buffer itself; valid from 0 to {@link #size} until the next call of the reader. */
    public int[] ids() {
        return ids;
    }

    /** Ids in this answer, those of all its logs together. */
    public int size() {
        return logs == 0 ? 0 : ends[logs - 1];
    }

    /** Index in {@link #ids} of the first id of the answer's log {@code log}. */
    public int begin(int log) {
        return log == 0 ? 0 : ends[log - 1];
    }

    /** Index in {@link #ids} behind the last id of the answer's log {@code log}. */
    public int end(int log) {
        return ends[log];
    }

    /** Whether the last log has more ids than the buffer: {@link MatchReader#resume} brings them. */
    public boolean isPartial() {
        return partial;
    }

    int maxLogs() {
        return ends.length;
    }
}
