package dev.lookout.topics;

/**
 * Logs to be matched, in one flat array: no object per log, read from end to end.
 *
 * <p>Each log takes {@link #STRIDE} words: three of the address, four of each topic, the height, the number of topics.
 * A batch is filled, matched, cleared and filled again. One thread at a time; any number of readers while nobody
 * fills it.
 */
public final class LogBatch {
    /** Logs have at most this many topics. */
    public static final int MAX_TOPICS = 4;

    static final int TOPIC_0 = Words.ADDRESS_WORDS;
    static final int HEIGHT = TOPIC_0 + MAX_TOPICS * Words.TOPIC_WORDS;
    static final int TOPIC_COUNT = HEIGHT + 1;
    static final int STRIDE = TOPIC_COUNT + 1;

    private final long[] words;
    private int size;

    /** @param capacity the most logs it holds; 168 bytes each */
    public LogBatch(int capacity) {
        if (capacity < 1 || capacity > Integer.MAX_VALUE / STRIDE - 1) {
            throw new IllegalArgumentException(
                    "a batch holds 1 to " + (Integer.MAX_VALUE / STRIDE - 1) + " logs, not " + capacity);
        }
        words = new long[capacity * STRIDE];
    }

    public int size() {
        return size;
    }

    public int capacity() {
        return words.length / STRIDE;
    }

    public void clear() {
        size = 0;
    }

    /**
     * Starts a log; its topics follow by {@link #topic(byte[])}.
     *
     * @param address 1 to 23 bytes: 21 on Vite, 20 on EVM chains
     * @param height unsigned
     * @throws IllegalStateException if the batch is full
     */
    public LogBatch add(byte[] address, long height) {
        if (size == capacity()) {
            throw new IllegalStateException("the batch is full: it holds " + capacity() + " logs");
        }
        int at = size * STRIDE;
        Words.putAddress(address, words, at);
        words[at + HEIGHT] = height;
        words[at + TOPIC_COUNT] = 0;
        size++;
        return this;
    }

    /**
     * Adds a topic of 32 bytes to the log started last.
     *
     * @throws IllegalStateException if it has {@value #MAX_TOPICS} already, or there is no log
     */
    public LogBatch topic(byte[] topic) {
        int at = newTopic();
        Words.putTopic(topic, words, at);
        return keepTopic();
    }

    /** Adds a topic, given as four big-endian words, to the log started last. */
    public LogBatch topic(long word0, long word1, long word2, long word3) {
        int at = newTopic();
        words[at] = word0;
        words[at + 1] = word1;
        words[at + 2] = word2;
        words[at + 3] = word3;
        return keepTopic();
    }

    /** Where a topic of the log at {@code at} begins. */
    static int topicAt(int at, int index) {
        return at + TOPIC_0 + index * Words.TOPIC_WORDS;
    }

    /** The flat array itself. */
    long[] words() {
        return words;
    }

    private int newTopic() {
        if (size == 0) {
            throw new IllegalStateException("a topic belongs to a log: add one first");
        }
        int last = (size - 1) * STRIDE;
        int count = (int) words[last + TOPIC_COUNT];
        if (count == MAX_TOPICS) {
            throw new IllegalStateException("a log has at most " + MAX_TOPICS + " topics");
        }
        return topicAt(last, count);
    }

    private LogBatch keepTopic() {
        words[(size - 1) * STRIDE + TOPIC_COUNT]++;
        return this;
    }
}
