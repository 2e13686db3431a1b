package dev.lookout.benchmarks.workload;

/**
 * Event logs in one flat array, 21 words each: address (3), topics (4 x 4, absent ones zero), number of topics, height.
 * Read-only once built; any thread may read it.
 */
public final class LogStream {
    /** Words from one log to the next. */
    public static final int STRIDE = 21;

    /** A stream without logs. */
    public static final LogStream EMPTY = new LogStream(new long[0], 0);

    private static final int TOPICS = 3;
    private static final int COUNT = 19;
    private static final int HEIGHT = 20;

    private final long[] words;
    private final int size;

    private LogStream(long[] words, int size) {
        this.words = words;
        this.size = size;
    }

    public int size() {
        return size;
    }

    /** The array itself, for matchers that read it in place; nobody writes to it. */
    public long[] words() {
        return words;
    }

    public Address address(int log) {
        int at = log * STRIDE;
        return new Address(words[at], words[at + 1], words[at + 2]);
    }

    public int topics(int log) {
        return (int) words[log * STRIDE + COUNT];
    }

    /** Where in {@link #words} the four words of a topic begin. */
    public static int topicAt(int log, int position) {
        return log * STRIDE + TOPICS + 4 * position;
    }

    public Word topic(int log, int position) {
        int at = topicAt(log, position);
        return new Word(words[at], words[at + 1], words[at + 2], words[at + 3]);
    }

    public long height(int log) {
        return words[log * STRIDE + HEIGHT];
    }

    /** Collects a stream of known length; more logs than that are an error of the caller. */
    static final class Builder {
        private final long[] words;
        private int size;

        Builder(int capacity) {
            words = new long[Math.multiplyExact(capacity, STRIDE)];
        }

        void add(Address address, long height, Word... topics) {
            int at = size++ * STRIDE;
            words[at] = address.high();
            words[at + 1] = address.middle();
            words[at + 2] = address.low();
            for (int i = 0; i < topics.length; i++) {
                int topic = at + TOPICS + 4 * i;
                words[topic] = topics[i].a();
                words[topic + 1] = topics[i].b();
                words[topic + 2] = topics[i].c();
                words[topic + 3] = topics[i].d();
            }
            words[at + COUNT] = topics.length;
            words[at + HEIGHT] = height;
        }

        LogStream build() {
            return new LogStream(words, size);
        }
    }
}
