package dev.lookout.benchmarks.workload;

import java.util.List;

/**
 * What one subscription asks for.
 *
 * @param scopes its addresses, each with its range of heights; empty: any address at any height
 * @param topics up to four positions of alternatives; an empty position accepts any value, yet a log must have at least
 *     as many topics as there are positions
 */
public record Filter(List<Scope> scopes, List<List<Word>> topics) {

    /**
     * An address and the heights at which it is wanted, both ends included.
     *
     * @param from first height; 0: no lower bound
     * @param to last height; 0: no upper bound
     */
    public record Scope(Address address, long from, long to) {

        static Scope of(Address address) {
            return new Scope(address, 0, 0);
        }
    }

    public Filter {
        scopes = List.copyOf(scopes);
        topics = List.copyOf(topics);
    }

    /** The same filter with every range opened, for peers that know no heights. */
    public Filter withoutRanges() {
        if (scopes.stream().allMatch(scope -> scope.from() == 0 && scope.to() == 0)) {
            return this;
        }
        return new Filter(
                scopes.stream().map(scope -> Scope.of(scope.address())).toList(), topics);
    }
}
