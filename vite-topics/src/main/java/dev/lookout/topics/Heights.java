package dev.lookout.topics;

/** Ranges of unsigned heights, both ends included; 0 = open end. */
final class Heights {
    private Heights() {}

    static boolean contains(long from, long to, long height) {
        return (from == 0 || Long.compareUnsigned(from, height) <= 0)
                && (to == 0 || Long.compareUnsigned(height, to) <= 0);
    }
}
