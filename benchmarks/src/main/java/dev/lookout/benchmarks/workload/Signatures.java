package dev.lookout.benchmarks.workload;

import java.util.SplittableRandom;

/**
 * Event signatures with the shares and the numbers of topics seen in 24 whole Ethereum blocks: Transfer in 45.6 % of
 * the logs, six more by name, the rest a long tail; 1, 2, 3, 4 topics in 13.6, 11.7, 66.2 and 8.5 % of the logs.
 */
final class Signatures {
    /** One kind of log. */
    record Kind(Word signature, int topics) {}

    static final Word TRANSFER = Universe.word(Universe.SIGNATURE, 0);

    private static final int TAIL_OF_EACH_COUNT = 112;

    // Share of all logs in tenths of a per cent, and number of topics. Sums with the tail to the marginals above.
    private static final int[][] NAMED = {
        {420, 3}, // Transfer of a fungible token
        {36, 4}, // Transfer of a single token: the same signature with its id indexed
        {94, 3}, // Approval
        {80, 3}, // Swap, second version
        {76, 1}, // Sync
        {42, 2}, // Deposit
        {37, 2}, // Withdrawal
        {19, 3}, // Swap, third version
    };
    private static final int[][] TAIL = {{60, 1}, {38, 2}, {49, 3}, {49, 4}};

    private final Zipf tail = new Zipf(TAIL_OF_EACH_COUNT, 1.0);

    Kind draw(SplittableRandom random) {
        int point = random.nextInt(1000);
        for (int i = 0; i < NAMED.length; i++) {
            point -= NAMED[i][0];
            if (point < 0) {
                return new Kind(Universe.word(Universe.SIGNATURE, Math.max(0, i - 1)), NAMED[i][1]);
            }
        }
        for (int[] part : TAIL) {
            point -= part[0];
            if (point < 0) {
                int topics = part[1];
                long rank = 100L + (long) TAIL_OF_EACH_COUNT * topics + tail.rank(random);
                return new Kind(Universe.word(Universe.SIGNATURE, rank), topics);
            }
        }
        throw new AssertionError("shares of signatures must sum to 1000");
    }
}
