package dev.lookout.topics;

import org.jspecify.annotations.Nullable;

/**
 * How one filter becomes exact keys: which positions are fixed, by which combinations of alternatives, and what is left to
 * be tested on a hit.
 *
 * <ul>
 *   <li>Positions with one alternative are fixed, and every address is a key of its own.
 *   <li>Sets are expanded, the smallest first, as long as the keys stay few: 64 combinations, or up to four times as many
 *       as the filter has alternatives and 1,024; 4,096 keys with all addresses.
 *   <li>If nothing selective is fixed by then (neither the address nor one of topics 1 to 3: "Transfer of these 100,000
 *       wallets"), the smallest set of topics 1 to 3 is expanded whatever its size, or else that of topic 0.
 *   <li>The sets left over are a {@link Residual}.
 *   <li>A filter whose tuple would be one more than {@link #MANY_TUPLES} makes do with a smaller tuple in use, if a
 *       selective one is, and tests the rest.
 * </ul>
 */
final class FilterPlan {
    static final int MANY_TUPLES = 32;

    private static final int COMBINATIONS = 64;
    private static final int MAX_COMBINATIONS = 1024;
    private static final int MAX_KEYS = 4096;

    private final LogFilter filter;
    private int fixed;
    private int tuple;
    private long combinations = 1;

    private FilterPlan(LogFilter filter) {
        this.filter = filter;
    }

    /**
     * @param filter with at most four positions
     * @param tuplesInUse a bit for each
     * @throws IndexLimitException if it needs more keys than the limit
     */
    static FilterPlan of(LogFilter filter, long tuplesInUse, IndexLimits limits) {
        var plan = new FilterPlan(filter);
        plan.fixSingles();
        plan.expandSmallSets();
        plan.expandOneIfVague();
        plan.chooseTuple(tuplesInUse);
        if (plan.keyCount() > limits.maxKeysPerSubscription()) {
            throw new IndexLimitException("the filter needs " + plan.keyCount() + " keys (" + plan.addresses()
                    + " addresses x " + plan.combinations + " combinations of topics); the limit is "
                    + limits.maxKeysPerSubscription());
        }
        return plan;
    }

    int tuple() {
        return tuple;
    }

    /** Addresses times combinations of the alternatives that are fixed. */
    long keyCount() {
        return addresses() * combinations;
    }

    /** Whether a position, 1 to 4 for topics 0 to 3, is part of the key. */
    boolean isFixed(int position) {
        return ((fixed >>> position) & 1) != 0;
    }

    /** What a hit must be tested for, or null. */
    @Nullable
    Residual residual(HashSeed seed) {
        var sets = new @Nullable TopicSet[filter.positionCount()];
        boolean any = Tuples.minTopics(tuple) < filter.positionCount();
        for (int i = 0; i < sets.length; i++) {
            if (filter.alternativeCount(i) > 0 && !isFixed(i + 1)) {
                sets[i] = new TopicSet(seed, i, filter.alternativeWords(i));
                any = true;
            }
        }
        return any ? new Residual(filter.positionCount(), sets) : null;
    }

    private long addresses() {
        return Math.max(1, filter.addressCount());
    }

    private void fixSingles() {
        fixed = filter.isAnyAddress() ? 0 : Tuples.ADDRESS;
        for (int i = 0; i < filter.positionCount(); i++) {
            if (filter.alternativeCount(i) == 1) {
                fixed |= 2 << i;
            }
        }
    }

    private void expandSmallSets() {
        int alternatives = 0;
        for (int i = smallestSet(0, 3); i >= 0; i = smallestSet(0, 3)) {
            int size = filter.alternativeCount(i);
            alternatives += size;
            long more = combinations * size;
            if ((more > COMBINATIONS && more > Math.min(MAX_COMBINATIONS, 4L * alternatives))
                    || addresses() * more > MAX_KEYS) {
                return;
            }
            expand(i);
        }
    }

    private void expandOneIfVague() {
        if ((fixed & Tuples.SELECTIVE) == 0) {
            int i = smallestSet(1, 3);
            if (i < 0) {
                i = smallestSet(0, 0);
            }
            if (i >= 0) {
                expand(i);
            }
        }
    }

    private void expand(int index) {
        fixed |= 2 << index;
        combinations *= filter.alternativeCount(index);
    }

    /** Index of the smallest set among topics {@code first} to {@code last} that is not fixed, or -1. */
    private int smallestSet(int first, int last) {
        int smallest = -1;
        for (int i = first; i <= last && i < filter.positionCount(); i++) {
            if (filter.alternativeCount(i) > 1
                    && !isFixed(i + 1)
                    && (smallest < 0 || filter.alternativeCount(i) < filter.alternativeCount(smallest))) {
                smallest = i;
            }
        }
        return smallest;
    }

    private void chooseTuple(long tuplesInUse) {
        tuple = Tuples.id(fixed, filter.positionCount());
        if (((tuplesInUse >>> tuple) & 1) != 0 || Long.bitCount(tuplesInUse) < MANY_TUPLES) {
            return;
        }
        int best = -1;
        for (long rest = tuplesInUse; rest != 0; rest &= rest - 1) {
            int other = Long.numberOfTrailingZeros(rest);
            int mask = Tuples.mask(other);
            if ((mask & ~fixed) == 0
                    && Tuples.minTopics(other) <= filter.positionCount()
                    && (mask & Tuples.SELECTIVE) != 0
                    && ((mask ^ fixed) & Tuples.ADDRESS) == 0
                    && (best < 0 || Integer.bitCount(mask) > Integer.bitCount(Tuples.mask(best)))) {
                best = other;
            }
        }
        if (best >= 0) {
            unfixAllBut(best);
        }
    }

    private void unfixAllBut(int smaller) {
        tuple = smaller;
        fixed = Tuples.mask(smaller);
        combinations = 1;
        for (int i = 0; i < filter.positionCount(); i++) {
            if (isFixed(i + 1)) {
                combinations *= filter.alternativeCount(i);
            }
        }
    }
}
