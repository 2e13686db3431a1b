package dev.lookout.benchmarks.workload;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Ranks under a Zipf law: rank k (from 0) is drawn with a weight of 1 / (k + 1)^s. */
final class Zipf {
    private final double[] cumulative;

    Zipf(int ranks, double exponent) {
        cumulative = new double[ranks];
        double sum = 0;
        for (int i = 0; i < ranks; i++) {
            sum += Math.pow(i + 1.0, -exponent);
            cumulative[i] = sum;
        }
    }

    int rank(SplittableRandom random) {
        double point = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, point);
        return found < 0 ? -found - 1 : found;
    }
}
