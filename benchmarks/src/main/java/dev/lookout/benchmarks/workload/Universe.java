package dev.lookout.benchmarks.workload;

/** Endless distinct values: the n-th contract, wallet or signature of a population is always the same. */
final class Universe {
    /** Populations that never share a value. */
    static final int SIGNATURE = 1;

    static final int CONTRACT = 2;
    static final int WALLET = 3;
    static final int HOT_WALLET = 4;
    /** Contracts and wallets that no stream uses: whoever subscribes to them is never served. */
    static final int FOREIGN_CONTRACT = 5;

    static final int FOREIGN_WALLET = 6;

    private Universe() {}

    static Address address(int population, long index) {
        long seed = Mixing.mix(((long) population << 56) ^ index);
        return new Address(seed, Mixing.mix(seed + 1), Mixing.mix(seed + 2));
    }

    /** A full word for a signature; an address padded with zeros, as indexed addresses are, for all others. */
    static Word word(int population, long index) {
        long seed = Mixing.mix(((long) population << 56) ^ index);
        long next = Mixing.mix(seed + 1);
        long last = Mixing.mix(seed + 2);
        return population == SIGNATURE
                ? new Word(seed, next, last, Mixing.mix(seed + 3))
                : new Word(0, seed >>> 32, next, last);
    }
}
