package dev.lookout.topics;

import java.util.Arrays;

/**
 * Matches logs in stages, each a short loop over up to {@value #LOGS} of them, so that cache misses of many logs overlap.
 *
 * <p>A probe is some 200 instructions of hashing and then a load that misses the cache. Written as one loop, the processor
 * sees two or three logs at a time and waits for each; in stages it sees a dozen loads at once. The stages:
 *
 * <ol>
 *   <li>{@linkplain #sort sort} the logs by what their topic 0 leaves to be asked,
 *   <li>{@linkplain #askFirst ask} the presence filter, {@linkplain #askSecond twice}, group by group, so that the branches
 *       repeat,
 *   <li>{@linkplain #choose choose} the tuples to probe,
 *   <li>{@linkplain #touchSlots touch} the slots and forget the probes that end at an empty one,
 *   <li>{@linkplain #findRecords find} the records by their tags and touch them,
 *   <li>{@linkplain #emit compare} exactly and copy the ids.
 * </ol>
 *
 * <p>One instance per reader.
 */
final class StagedMatcher {
    static final int LOGS = 128;

    private static final int POSITIONS = ProbePlan.POSITIONS;

    // by log
    private final long[] hashes = new long[LOGS * POSITIONS];
    private final int[] known = new int[LOGS];
    private final int[] signatures = new int[LOGS];

    // logs by the positions to be asked for
    private final int[] groups = new int[ProbePlan.MASKS * LOGS];
    private final int[] groupSizes = new int[ProbePlan.MASKS];
    private final int[] laterGroups = new int[ProbePlan.MASKS * LOGS];
    private final int[] laterGroupSizes = new int[ProbePlan.MASKS];

    // by probe
    private final int[] probeLogs = new int[LOGS * Tuples.COUNT];
    private final int[] probeTuples = new int[LOGS * Tuples.COUNT];
    private final long[] probeHashes = new long[LOGS * Tuples.COUNT];
    private final int[] records = new int[LOGS * Tuples.COUNT];
    private final int[] versions = new int[LOGS * Tuples.COUNT];

    private long touched; // keeps the loads of stages 4 and 5 from being optimised away

    /**
     * @param address where the address and height of the first log are
     * @param addressStride from there to those of the next log
     * @param at where the first log is
     * @param count at most {@link #LOGS}
     * @param ends gets the end of each log's ids, from {@code ends[answered]} on
     * @param end of the ids that are in {@code out} already
     * @return logs answered; fewer than {@code count} if {@code out} may not have room for the next one's ids
     */
    int match(
            View view,
            long[] words,
            int address,
            int addressStride,
            int at,
            int count,
            int[] out,
            int end,
            int[] ends,
            int answered) {
        sort(view, words, at, count);
        askFirst(view, words, address, addressStride, at);
        askSecond(view, words, address, addressStride, at);
        int probes = choose(view, count);
        probes = touchSlots(view, probes);
        probes = findRecords(view, probes);
        return emit(view, words, address, addressStride, at, count, probes, out, end, ends, answered);
    }

    private void sort(View view, long[] words, int first, int count) {
        HashSeed seed = view.seed();
        SignatureTable.Lookup lookup = view.signatures();
        byte[] firstRound = view.plan().first;
        long[] hash = hashes; // fields as locals: the loops below keep them in registers
        int[] group = groups;
        int[] size = groupSizes;
        Arrays.fill(size, 0);
        for (int i = 0; i < count; i++) {
            int at = first + i * LogBatch.STRIDE;
            int topics = (int) words[at + LogBatch.TOPIC_COUNT];
            int signature = SignatureTable.NONE;
            if (view.plan().usesTopic0) {
                long topicHash = seed.topic(words, at + LogBatch.TOPIC_0, 0);
                hash[i * POSITIONS + 1] = topicHash;
                signature = lookup.find(topicHash) & (-topics >> 31); // none if there is no topic
            }
            int bits = ProbePlan.index((-signature >>> 31) * Tuples.TOPIC_0, topics);
            int asked = firstRound[bits];
            signatures[i] = signature;
            known[i] = bits;
            group[asked * LOGS + size[asked]++] = i;
        }
    }

    /** Asks the presence filter for the positions of each group, and groups the logs by what is to be asked then. */
    private void askFirst(View view, long[] words, int firstAddress, int addressStride, int first) {
        byte[] secondRound = view.plan().second;
        int[] group = laterGroups;
        int[] size = laterGroupSizes;
        Arrays.fill(size, 0);
        for (int asked = 0; asked < ProbePlan.MASKS; asked++) {
            ask(view, words, firstAddress, addressStride, first, asked, groups, groupSizes[asked]);
            for (int k = 0; k < groupSizes[asked]; k++) {
                int i = groups[asked * LOGS + k];
                int then = secondRound[known[i]];
                group[then * LOGS + size[then]++] = i;
            }
        }
    }

    private void askSecond(View view, long[] words, int firstAddress, int addressStride, int first) {
        for (int asked = 0; asked < ProbePlan.MASKS; asked++) {
            ask(view, words, firstAddress, addressStride, first, asked, laterGroups, laterGroupSizes[asked]);
        }
    }

    private void ask(
            View view, long[] words, int firstAddress, int addressStride, int first, int asked, int[] group, int size) {
        if (asked == 0 || size == 0) {
            return;
        }
        HashSeed seed = view.seed();
        long[] filter = view.filter().words();
        int shift = view.filter().shift();
        long[] hash = hashes;
        for (int k = 0; k < size; k++) {
            int i = group[asked * LOGS + k];
            int at = first + i * LogBatch.STRIDE;
            int h = i * POSITIONS;
            int bits = known[i];
            if ((asked & Tuples.ADDRESS) != 0) {
                hash[h] = seed.address(words, firstAddress + i * addressStride);
                bits |= PresenceFilter.test(filter, shift, hash[h]);
            }
            for (int topic = 1; topic < LogBatch.MAX_TOPICS; topic++) {
                if ((asked & (2 << topic)) != 0) {
                    long topicHash = seed.topic(words, LogBatch.topicAt(at, topic), topic);
                    hash[h + 1 + topic] = topicHash;
                    bits |= PresenceFilter.test(filter, shift, topicHash) << (1 + topic);
                }
            }
            known[i] = bits;
        }
    }

    private int choose(View view, int count) {
        HashSeed seed = view.seed();
        long[] chosen = view.plan().probes;
        int probes = 0;
        for (int i = 0; i < count; i++) {
            for (long rest = chosen[known[i]]; rest != 0; rest &= rest - 1) {
                int tuple = Long.numberOfTrailingZeros(rest);
                int mask = Tuples.mask(tuple);
                int h = i * POSITIONS;
                long sum = (hashes[h] & -(mask & 1))
                        + (hashes[h + 1] & -((mask >> 1) & 1))
                        + (hashes[h + 2] & -((mask >> 2) & 1))
                        + (hashes[h + 3] & -((mask >> 3) & 1))
                        + (hashes[h + 4] & -((mask >> 4) & 1));
                probeHashes[probes] = seed.key(tuple, sum);
                probeLogs[probes] = i;
                probeTuples[probes] = tuple;
                probes++;
            }
        }
        return probes;
    }

    private int touchSlots(View view, int probes) {
        KeyTable table = view.table();
        int kept = 0;
        for (int q = 0; q < probes; q++) {
            long hash = probeHashes[q];
            int slot = table.partition(hash).homeSlot(hash);
            probeHashes[kept] = hash;
            probeLogs[kept] = probeLogs[q];
            probeTuples[kept] = probeTuples[q];
            kept += (slot | -slot) >>> 31;
        }
        return kept;
    }

    private int findRecords(View view, int probes) {
        KeyTable table = view.table();
        long sum = 0;
        int kept = 0;
        for (int q = 0; q < probes; q++) {
            long hash = probeHashes[q];
            Partition in = table.partition(hash);
            int record = in.findTag(hash);
            sum += in.words[record];
            probeHashes[kept] = hash;
            probeLogs[kept] = probeLogs[q];
            probeTuples[kept] = probeTuples[q];
            records[kept] = record;
            versions[kept] = in.version;
            kept += -record >>> 31;
        }
        touched = sum;
        return kept;
    }

    private int emit(
            View view,
            long[] words,
            int firstAddress,
            int addressStride,
            int first,
            int count,
            int probes,
            int[] out,
            int begin,
            int[] ends,
            int answered) {
        int end = begin;
        for (int i = 0; i < count; i++) {
            ends[answered + i] = end;
        }
        int full = count;
        for (int q = 0; q < probes; q++) {
            int i = probeLogs[q];
            int to = emitProbe(
                    view,
                    words,
                    firstAddress + i * addressStride,
                    first + i * LogBatch.STRIDE,
                    signatures[i],
                    q,
                    out,
                    end);
            if (to < 0) {
                full = i;
                break;
            }
            end = to;
            ends[answered + i] = end;
        }
        int last = begin;
        for (int i = 0; i < full; i++) {
            last = Math.max(last, ends[answered + i]);
            ends[answered + i] = last;
        }
        return full;
    }

    private int emitProbe(View view, long[] words, int address, int at, int signature, int q, int[] out, int end) {
        long hash = probeHashes[q];
        int tuple = probeTuples[q];
        int mask = Tuples.mask(tuple);
        int fixedSignature = signature & -((mask >> 1) & 1);
        long keyBits = Records.keyBits(tuple, fixedSignature);
        Partition in = view.table().partition(hash);
        int record = records[q];
        if (in.version != versions[q] || !Records.isOf(in.words, record, keyBits, mask, words, address, at)) {
            record = in.find(hash, keyBits, mask, words, address, at); // rewritten meanwhile, or another key's tag
            if (record == 0) {
                return end;
            }
        }
        if (fixedSignature != SignatureTable.NONE
                && !view.signatures().isExactly(signature, words, at + LogBatch.TOPIC_0)) {
            return end;
        }
        return Emission.emit(in, record, mask, words, address, at, out, end);
    }

    /** Of no meaning. */
    long touched() {
        return touched;
    }
}
