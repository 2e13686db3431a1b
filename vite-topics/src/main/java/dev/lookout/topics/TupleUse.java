package dev.lookout.topics;

/** How many keys each tuple has; readers look only for the tuples in use. Under the index's lock. */
final class TupleUse {
    private final int[] keys = new int[Tuples.COUNT];
    private long inUse;

    void retain(int tuple) {
        keys[tuple]++;
        inUse |= 1L << tuple;
    }

    void release(int tuple) {
        if (--keys[tuple] == 0) {
            inUse &= ~(1L << tuple);
        }
    }

    /** A bit for each tuple that has a key. */
    long inUse() {
        return inUse;
    }
}
