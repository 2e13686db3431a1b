package dev.lookout.topics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Values of a fixed number of words, each once, in the order in which they came; small sets are searched, big ones
 * hashed. One thread.
 */
final class WordSet {
    private static final int SEARCHED = 8;

    private final int width;
    private long[] words;
    private int size;
    private final Map<Value, Integer> indexes = new HashMap<>(0); // empty while the set is small

    WordSet(int width) {
        this.width = width;
        this.words = new long[width];
    }

    int size() {
        return size;
    }

    /** Adds the value that starts at {@code from[at]} unless it is there. Returns its index either way. */
    int add(long[] from, int at) {
        int known = indexOf(from, at);
        if (known >= 0) {
            return known;
        }
        if (words.length < width * (size + 1)) {
            words = Arrays.copyOf(words, Math.multiplyExact(2, words.length));
        }
        System.arraycopy(from, at, words, width * size, width);
        size++;
        if (size > SEARCHED) {
            remember(indexes.isEmpty() ? 0 : size - 1);
        }
        return size - 1;
    }

    long[] toArray() {
        return Arrays.copyOf(words, width * size);
    }

    private int indexOf(long[] from, int at) {
        if (size > SEARCHED) {
            return indexes.getOrDefault(new Value(Arrays.copyOfRange(from, at, at + width)), -1);
        }
        for (int i = 0; i < size; i++) {
            if (Arrays.equals(words, width * i, width * (i + 1), from, at, at + width)) {
                return i;
            }
        }
        return -1;
    }

    private void remember(int first) {
        for (int i = first; i < size; i++) {
            indexes.put(new Value(Arrays.copyOfRange(words, width * i, width * (i + 1))), i);
        }
    }

    /** Ordered, so that a hash map full of values with one hash stays a tree and not a list. */
    private static final class Value implements Comparable<Value> {
        private final long[] words;

        Value(long[] words) {
            this.words = words;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Value that && Arrays.equals(words, that.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }

        @Override
        public int compareTo(Value that) {
            return Arrays.compare(words, that.words);
        }
    }
}
