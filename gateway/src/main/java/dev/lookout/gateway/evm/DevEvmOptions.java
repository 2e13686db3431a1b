package dev.lookout.gateway.evm;

/**
 * What a generated EVM chain is like.
 *
 * @param rate transactions a second, above 0
 * @param contracts how many there are, 1 to 10 000; tokens and blogs by turns
 * @param reorgs share of blocks after which a reorganisation follows, 0 to 1
 * @param seed the same seed makes the same chain
 */
public record DevEvmOptions(double rate, int contracts, double reorgs, long seed) {
    /** 5 transactions a second, 4 contracts, a reorganisation after every 20th block, seed 1. */
    public static final DevEvmOptions DEFAULT = new DevEvmOptions(5, 4, 0.05, 1);

    private static final int MOST_CONTRACTS = 10_000;

    public DevEvmOptions {
        if (!(rate > 0) || rate > 1_000_000) {
            throw new IllegalArgumentException(
                    "rate=" + rate + ": give transactions a second, above 0, at most 1000000");
        }
        if (contracts < 1 || contracts > MOST_CONTRACTS) {
            throw new IllegalArgumentException("contracts=" + contracts + ": give 1 to " + MOST_CONTRACTS);
        }
        if (!(reorgs >= 0 && reorgs <= 1)) {
            throw new IllegalArgumentException("reorgs=" + reorgs + ": give a share from 0 to 1");
        }
    }
}
