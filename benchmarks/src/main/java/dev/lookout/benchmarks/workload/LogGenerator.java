package dev.lookout.benchmarks.workload;

import java.util.SplittableRandom;

/**
 * Makes logs that look like those of 24 whole Ethereum mainnet blocks (2017-2024): contracts under a Zipf law with
 * exponent 1.07, the signatures of {@link Signatures}, indexed parameters to 30 % from a small hot set (routers, pools)
 * and else from wallets that hardly come twice.
 */
final class LogGenerator {
    static final double ADDRESS_SKEW = 1.07;
    /** Contracts of a chain, for streams whose subscribers do not say otherwise. */
    static final int CONTRACTS = 200_000;

    private static final int HOT_PER_CENT = 30;
    // With 40 values under this law ten of them take 26 of the 30 %.
    private static final Zipf HOT = new Zipf(40, 1.6);

    private final SyntheticPopulation population;
    private final SplittableRandom random;

    LogGenerator(SyntheticPopulation population, SplittableRandom random) {
        this.population = population;
        this.random = random;
    }

    LogStream logs(int count) {
        var logs = new LogStream.Builder(count);
        for (int i = 0; i < count; i++) {
            var kind = population.kind(random);
            var topics = new Word[kind.topics()];
            topics[0] = kind.signature();
            for (int p = 1; p < topics.length; p++) {
                topics[p] = parameter();
            }
            logs.add(population.popularContract(random), Workload.height(i), topics);
        }
        return logs.build();
    }

    /** Every log is a transfer of one of the contracts, all equally often: each hits one key of the fan-out mix. */
    LogStream transfers(int count) {
        var logs = new LogStream.Builder(count);
        for (int i = 0; i < count; i++) {
            logs.add(population.contract(random), Workload.height(i), Signatures.TRANSFER, parameter(), parameter());
        }
        return logs.build();
    }

    private Word parameter() {
        return random.nextInt(100) < HOT_PER_CENT
                ? Universe.word(Universe.HOT_WALLET, HOT.rank(random))
                : population.wallet(random);
    }
}
