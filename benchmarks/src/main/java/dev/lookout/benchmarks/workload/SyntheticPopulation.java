package dev.lookout.benchmarks.workload;

import java.util.SplittableRandom;

/**
 * Contracts and wallets in numbers that give each subscription of a mix a few matches: N/4 contracts for N watchers of
 * one contract, 2 N for the wide ones, N/10 wallets for N wallet filters. Foreign populations are so large that hardly
 * two subscriptions have the same key.
 */
final class SyntheticPopulation implements Population {
    /** How much larger a foreign population is: 4 contracts, or 10 wallets, for each subscription. */
    private static final int FOREIGN_CONTRACTS = 16;

    private static final int FOREIGN_WALLETS = 100;

    private static final int MOST_RANKS = 2_000_000;

    private final Signatures signatures = new Signatures();
    private final int contracts;
    private final int wallets;
    private final int fanOut;
    private final int contractKind;
    private final int walletKind;
    private final Zipf popularity;

    private SyntheticPopulation(int contracts, int wallets, int fanOut, boolean foreign) {
        this.contracts = contracts;
        this.wallets = wallets;
        this.fanOut = fanOut;
        this.contractKind = foreign ? Universe.FOREIGN_CONTRACT : Universe.CONTRACT;
        this.walletKind = foreign ? Universe.FOREIGN_WALLET : Universe.WALLET;
        // The tail of a larger population would be too thin to matter, and the table too large to make.
        this.popularity = new Zipf(Math.min(contracts, MOST_RANKS), LogGenerator.ADDRESS_SKEW);
    }

    static SyntheticPopulation of(Mix mix, int subscriptions, int fanOut, boolean foreign) {
        int contracts = switch (mix) {
            case WALLET, CHURN -> LogGenerator.CONTRACTS;
            case WIDE -> 2 * subscriptions;
            case FAN_OUT -> Math.max(1, subscriptions / fanOut);
            case ADDRESS_SIGNATURE, ADVERSARIAL -> Math.max(1, subscriptions / 4);
        };
        int wallets = Math.max(1, subscriptions / 10);
        if (foreign && mix != Mix.FAN_OUT) {
            contracts = Math.multiplyExact(contracts, FOREIGN_CONTRACTS);
            wallets = Math.multiplyExact(wallets, FOREIGN_WALLETS);
        }
        return new SyntheticPopulation(contracts, wallets, fanOut, foreign);
    }

    int contracts() {
        return contracts;
    }

    int wallets() {
        return wallets;
    }

    Signatures.Kind kind(SplittableRandom random) {
        return signatures.draw(random);
    }

    Address popularContract(SplittableRandom random) {
        return contract(popularity.rank(random));
    }

    @Override
    public Address contract(SplittableRandom random) {
        return contract(random.nextInt(contracts));
    }

    @Override
    public Address contract(long rank) {
        return Universe.address(contractKind, rank);
    }

    @Override
    public Address token(SplittableRandom random) {
        return popularContract(random);
    }

    @Override
    public Word wallet(SplittableRandom random) {
        return Universe.word(walletKind, random.nextInt(wallets));
    }

    @Override
    public Word signature(SplittableRandom random) {
        return signatures.draw(random).signature();
    }

    @Override
    public int fanOut() {
        return fanOut;
    }
}
