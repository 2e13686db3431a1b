package dev.lookout.benchmarks;

import java.util.Set;

/**
 * What of a plan to run; an empty set takes everything.
 *
 * @param parts {@code match}, {@code load} and labels of probes
 * @param forks 0: as planned
 */
record Selection(Set<String> parts, Set<String> peers, Set<String> mixes, Set<String> sizes, int forks) {

    boolean takes(String part) {
        return takes(parts, part);
    }

    boolean takes(Case asked) {
        return takes(peers, asked.peer().label())
                && takes(mixes, asked.mix().label())
                && takes(sizes, Integer.toString(asked.subscriptions()));
    }

    Effort adjust(Effort effort) {
        return forks == 0 ? effort : effort.withForks(forks);
    }

    private static boolean takes(Set<String> wanted, String label) {
        return wanted.isEmpty() || wanted.contains(label);
    }
}
