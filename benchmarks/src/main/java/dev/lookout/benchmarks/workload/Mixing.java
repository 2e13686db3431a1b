package dev.lookout.benchmarks.workload;

/** The finisher of SplitMix64: a bijection of 64 bits that leaves no visible pattern. */
public final class Mixing {
    private static final long STEP = 0x9e37_79b9_7f4a_7c15L;

    private Mixing() {}

    public static long mix(long value) {
        long mixed = value + STEP;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d0_49bb_1331_11ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** A fair generator for one purpose of one seed. */
    public static java.util.SplittableRandom random(long seed, long purpose) {
        return new java.util.SplittableRandom(mix(seed ^ mix(purpose)));
    }
}
