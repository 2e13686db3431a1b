package dev.lookout.topics;

/**
 * Matches one log after the other: the plain form of what {@link StagedMatcher} does in stages, and the quicker one while
 * the tables fit into the cache. One instance per reader.
 */
final class SingleMatcher {
    private final long[] hashes = new long[5];

    /**
     * Puts the ids that want a log to {@code out}.
     *
     * @param address where the address and, behind it, the height that count for this log are
     * @param at where the log is
     * @return the new end, or -1 if there may not be room
     */
    int match(View view, long[] log, int address, int at, int[] out, int end) {
        int topics = (int) log[at + LogBatch.TOPIC_COUNT];
        int known = knownValues(view, log, address, at, topics);
        int to = end;
        for (long rest = view.plan().probes[ProbePlan.probeIndex(known & 31, topics)]; rest != 0; rest &= rest - 1) {
            int tuple = Long.numberOfTrailingZeros(rest);
            to = probe(view, tuple, known >>> 5, log, address, at, out, to);
            if (to < 0) {
                return -1;
            }
        }
        return to;
    }

    /** Bits of the positions whose values some key may have, and above them the number of topic 0. */
    private int knownValues(View view, long[] log, int address, int at, int topics) {
        ProbePlan plan = view.plan();
        HashSeed seed = view.seed();
        PresenceFilter filter = view.filter();
        int known = 0;
        int signature = SignatureTable.NONE;
        if (plan.usesAddress) {
            hashes[0] = seed.address(log, address);
            known |= filter.mayContain(hashes[0]) ? 1 : 0;
        }
        if (topics > 0) {
            hashes[1] = seed.topic(log, at + LogBatch.TOPIC_0, 0);
            signature = view.signatures().find(hashes[1]);
            known |= signature != SignatureTable.NONE ? 2 : 0;
        }
        for (int need = plan.need[ProbePlan.needIndex(known, topics)]; need != 0; need &= need - 1) {
            int index = Integer.numberOfTrailingZeros(need) + 1;
            hashes[index + 1] = seed.topic(log, at + LogBatch.TOPIC_0 + index * Words.TOPIC_WORDS, index);
            known |= filter.mayContain(hashes[index + 1]) ? 2 << index : 0;
        }
        return known | (signature << 5);
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
