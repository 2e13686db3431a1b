package dev.lookout.topics;

/**
 * Matches one log after the other: the plain form of what {@link StagedMatcher} does in stages, and the quicker one while
 * the tables fit into the cache. One instance per reader.
 */
final class SingleMatcher {
    private final long[] hashes = new long[ProbePlan.POSITIONS];

    /**
     * Puts the ids that want a log to {@code out}.
     *
     * @param address where the address and, behind it, the height that count for this log are
     * @param at where the log is
     * @return the new end, or -1 if there may not be room
     */
    int match(View view, long[] log, int address, int at, int[] out, int end) {
        int topics = (int) log[at + LogBatch.TOPIC_COUNT];
        int signature = SignatureTable.NONE;
        if (view.plan().usesTopic0 && topics > 0) {
            hashes[1] = view.seed().topic(log, at + LogBatch.TOPIC_0, 0);
            signature = view.signatures().find(hashes[1]);
        }
        int known = ProbePlan.index(signature == SignatureTable.NONE ? 0 : Tuples.TOPIC_0, topics);
        known = ask(view, view.plan().first[known], known, log, address, at);
        known = ask(view, view.plan().second[known], known, log, address, at);
        int to = end;
        for (long rest = view.plan().probes[known]; rest != 0; rest &= rest - 1) {
            int tuple = Long.numberOfTrailingZeros(rest);
            to = probe(view, tuple, signature, log, address, at, out, to);
            if (to < 0) {
                return -1;
            }
        }
        return to;
    }

    /** Adds to {@code known} the bits of the positions asked for whose values some key may have. */
    private int ask(View view, int positions, int known, long[] log, int address, int at) {
        int bits = known;
        for (int rest = positions; rest != 0; rest &= rest - 1) {
            int position = Integer.numberOfTrailingZeros(rest);
            long hash = position == 0
                    ? view.seed().address(log, address)
                    : view.seed().topic(log, LogBatch.topicAt(at, position - 1), position - 1);
            hashes[position] = hash;
            bits |= view.filter().mayContain(hash) ? 1 << position : 0;
        }
        return bits;
    }

    private int probe(View view, int tuple, int signature, long[] log, int address, int at, int[] out, int end) {
        int mask = Tuples.mask(tuple);
        long sum = 0;
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            sum += hashes[Integer.numberOfTrailingZeros(rest)];
        }
        long hash = view.seed().key(tuple, sum);
        Partition in = view.table().partition(hash);
        int fixedSignature = (mask & Tuples.TOPIC_0) == 0 ? SignatureTable.NONE : signature;
        int record = in.find(hash, Records.keyBits(tuple, fixedSignature), mask, log, address, at);
        if (record == 0) {
            return end;
        }
        if (fixedSignature != SignatureTable.NONE
                && !view.signatures().isExactly(signature, log, at + LogBatch.TOPIC_0)) {
            return end;
        }
        return Emission.emit(in, record, mask, log, address, at, out, end);
    }
}
