package dev.lookout.topics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Tells of nearly every value that is in no key that it is in none: a Bloom filter that looks at one word per question.
 *
 * <p>A value's hash chooses a word by its top bits and three bits of that word by its lowest. With eight bits per value
 * about 3 of 100 strangers pass. It only ever gains values; removed ones go when {@link FilterRebuild} makes the next
 * one.
 *
 * <p>Thread: {@link #add} under the index's lock, {@link #mayContain} anywhere. A value whose key was published is seen.
 */
final class PresenceFilter {
    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int BITS_PER_VALUE = 8;

    private final long[] words;
    private final int shift;
    private int values;

    /** @param size number of words, a power of two of at least 2 */
    PresenceFilter(int size) {
        words = new long[size];
        shift = 64 - Integer.numberOfTrailingZeros(size);
    }

    boolean mayContain(long hash) {
        return test(words, shift, hash) != 0;
    }

    /** 1 if the value may be there, 0 if not, without a branch; the caller keeps the fields in registers. */
    static int test(long[] words, int shift, long hash) {
        long missing = bits(hash) & ~words[(int) (hash >>> shift)];
        return (int) ((missing | -missing) >>> 63) ^ 1;
    }

    /** Visible to whoever sees the key that is published next. */
    void add(long hash) {
        int at = (int) (hash >>> shift);
        long bits = bits(hash);
        long word = words[at];
        if ((word & bits) != bits) {
            WORDS.setRelease(words, at, word | bits);
            values++;
        }
    }

    /** Distinct values added, as far as it can tell. */
    int values() {
        return values;
    }

    boolean isFull() {
        return values > words.length * (Long.SIZE / BITS_PER_VALUE);
    }

    long[] words() {
        return words;
    }

    int shift() {
        return shift;
    }

    private static long bits(long hash) {
        return (1L << hash) | (1L << (hash >>> 6)) | (1L << (hash >>> 12));
    }
}
