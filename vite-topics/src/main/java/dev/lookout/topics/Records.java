package dev.lookout.topics;

/**
 * The words of a record: one exact key and the subscriptions that have it.
 *
 * <pre>
 *   word 0      header, see below
 *   3 words     the address, if the tuple fixes it
 *   4 words     each of topics 1 to 3 that the tuple fixes; 3 if all of them are SHORT, that is, begin with 8 zero bytes,
 *               as wallets do
 *   1 word      two ids each, after the one in the header: plain ids first, then those with a height range
 *   2 words     from and to, for each id with a range
 *
 *   header      31 bits  id of the first subscription, or, if LISTED, the index of the posting list that holds all
 *               17 bits  number of topic 0, 0 if the tuple does not fix it
 *                1 bit   SHORT        1 bit   LISTED
 *                3 bits  ids with a range
 *                5 bits  plain ids
 *                6 bits  tuple
 * </pre>
 *
 * A record never changes once its slot is published; a change writes another one.
 */
final class Records {
    static final int MAX_PLAIN = 31;
    static final int MAX_RANGED = 7;

    /** No record is longer. */
    static final int MAX_WORDS = 1 + 3 + 3 * 4 + (MAX_PLAIN + MAX_RANGED) / 2 + 2 * MAX_RANGED;

    static final long LISTED = 1L << 14;
    static final long SHORT = 1L << 15;

    private static final int PLAIN_SHIFT = 6;
    private static final int RANGED_SHIFT = 11;
    private static final int SIGNATURE_SHIFT = 16;
    private static final int FIRST_SHIFT = SIGNATURE_SHIFT + SignatureTable.BITS;
    private static final long KEY_BITS = 63 | (1L << FIRST_SHIFT) - (1L << SIGNATURE_SHIFT);

    private static final byte[] FULL_WORDS = new byte[32];
    private static final byte[] SHORT_WORDS = new byte[32];

    static {
        for (int mask = 0; mask < 32; mask++) {
            int topics = Integer.bitCount(mask >>> 2);
            int address = (mask & Tuples.ADDRESS) * Words.ADDRESS_WORDS;
            FULL_WORDS[mask] = (byte) (address + 4 * topics);
            SHORT_WORDS[mask] = (byte) (address + 3 * topics);
        }
    }

    private Records() {}

    /** What the header of a record with this key has in {@link #KEY_BITS}. */
    static long keyBits(int tuple, int signature) {
        return tuple | ((long) signature << SIGNATURE_SHIFT);
    }

    /**
     * @param keyPart key bits and flags
     * @param first the first id, or the index of the list
     */
    static long header(long keyPart, int plain, int ranged, int first) {
        return keyPart
                | ((long) plain << PLAIN_SHIFT)
                | ((long) ranged << RANGED_SHIFT)
                | ((long) first << FIRST_SHIFT);
    }

    static int tuple(long header) {
        return (int) header & 63;
    }

    static int signature(long header) {
        return (int) (header >>> SIGNATURE_SHIFT) & ((1 << SignatureTable.BITS) - 1);
    }

    static int plain(long header) {
        return (int) header >>> PLAIN_SHIFT & MAX_PLAIN;
    }

    static int ranged(long header) {
        return (int) header >>> RANGED_SHIFT & MAX_RANGED;
    }

    static boolean isListed(long header) {
        return (header & LISTED) != 0;
    }

    static boolean isShort(long header) {
        return (header & SHORT) != 0;
    }

    /** The first id, or the index of the list. */
    static int first(long header) {
        return (int) (header >>> FIRST_SHIFT);
    }

    /** The same header with another first id or list. */
    static long withFirst(long header, int first) {
        return (header & ((1L << FIRST_SHIFT) - 1)) | ((long) first << FIRST_SHIFT);
    }

    /** Words from the header to the first packed pair of ids. */
    static int bodyOffset(long header, int mask) {
        return 1 + (isShort(header) ? SHORT_WORDS[mask] : FULL_WORDS[mask]);
    }

    /** Words of the whole record. */
    static int length(long header) {
        int body = bodyOffset(header, Tuples.mask(tuple(header)));
        if (isListed(header)) {
            return body;
        }
        int ranged = ranged(header);
        return body + idWords(plain(header) + ranged) + 2 * ranged;
    }

    /** Words that hold the ids after the first. */
    static int idWords(int ids) {
        return ids >>> 1;
    }

    /**
     * Whether the record is of this key: the values of a log at the positions in {@code mask}.
     *
     * @param address where the address is in {@code log}
     * @param at where the log is
     */
    static boolean isOf(long[] words, int offset, long keyBits, int mask, long[] log, int address, int at) {
        long header = words[offset];
        if (((header ^ keyBits) & KEY_BITS) != 0) {
            return false; // another tuple: its record may be shorter than what is compared below
        }
        int w = offset + 1;
        if (isShort(header) && w + 6 <= words.length) {
            return isOfShort(words, w, mask, log, address, at);
        }
        long different = 0;
        if ((mask & Tuples.ADDRESS) != 0) {
            different |= different(words, w, log, address);
            w += 3;
        }
        for (int rest = mask & ~3; rest != 0; rest &= rest - 1) {
            int topic = at + topicAt(rest);
            different |= log[topic] ^ (isShort(header) ? 0 : words[w++]);
            different |= different(words, w, log, topic + 1);
            w += 3;
        }
        return different == 0;
    }

    /**
     * The usual kind: three words each. The first topic is compared with the place where it is and, if there is no address,
     * also with where it would be if there were: whether there is one cannot be predicted.
     */
    private static boolean isOfShort(long[] words, int w, int mask, long[] log, int address, int at) {
        int topics = mask & ~3;
        int second = topics & (topics - 1);
        int firstTopic = at + topicAt(topics);
        long different = log[firstTopic];
        boolean hasAddress = (mask & Tuples.ADDRESS) != 0;
        different |= different(words, w, log, hasAddress ? address : firstTopic + 1);
        different |= different(words, w + 3, log, firstTopic + 1) & -(long) (mask & Tuples.ADDRESS);
        if (second != 0) {
            different |= differentTopics(words, w + (hasAddress ? 6 : 3), log, at, second);
        }
        return different == 0;
    }

    private static long differentTopics(long[] words, int from, long[] log, int at, int topics) {
        long different = 0;
        int w = from;
        for (int rest = topics; rest != 0; rest &= rest - 1) {
            int topic = at + topicAt(rest);
            different |= log[topic] | different(words, w, log, topic + 1);
            w += 3;
        }
        return different;
    }

    private static long different(long[] words, int w, long[] log, int at) {
        return (words[w] ^ log[at]) | (words[w + 1] ^ log[at + 1]) | (words[w + 2] ^ log[at + 2]);
    }

    /** Writes the words of a key, without a header. Returns the key part of the header. */
    static long putKey(Key key, long[] words, int at) {
        boolean isShort = (key.mask & ~3) != 0;
        for (int rest = key.mask & ~3; rest != 0; rest &= rest - 1) {
            isShort &= key.log[topicAt(rest)] == 0;
        }
        int w = at;
        if ((key.mask & Tuples.ADDRESS) != 0) {
            System.arraycopy(key.log, 0, words, w, 3);
            w += 3;
        }
        int dropped = isShort ? 1 : 0;
        for (int rest = key.mask & ~3; rest != 0; rest &= rest - 1) {
            System.arraycopy(key.log, topicAt(rest) + dropped, words, w, 4 - dropped);
            w += 4 - dropped;
        }
        return keyBits(key.tuple, key.signature) | (isShort ? SHORT : 0);
    }

    /** Copies the words of a key from another record. Returns the key part of that one's header, without LISTED. */
    static long copyKey(long[] words, int offset, int to) {
        long header = words[offset];
        System.arraycopy(words, offset + 1, words, to, bodyOffset(header, Tuples.mask(tuple(header))) - 1);
        return header & (KEY_BITS | SHORT);
    }

    /** Makes {@code key} the key of a record. */
    static void getKey(long[] words, int offset, Key key, SignatureTable signatures) {
        long header = words[offset];
        key.tuple(tuple(header));
        if ((key.mask & Tuples.TOPIC_0) != 0) {
            key.signature(signature(header), signatures.hash(signature(header)));
        }
        int w = offset + 1;
        if ((key.mask & Tuples.ADDRESS) != 0) {
            key.address(words, w);
            w += 3;
        }
        int dropped = isShort(header) ? 1 : 0;
        for (int rest = key.mask & ~3; rest != 0; rest &= rest - 1) {
            int at = topicAt(rest);
            key.log[at] = 0;
            System.arraycopy(words, w, key.log, at + dropped, 4 - dropped);
            key.topic(Integer.numberOfTrailingZeros(rest) - 1, key.log, at);
            w += 4 - dropped;
        }
    }

    /** Where the topic of the lowest position in {@code positions} is in a log. */
    private static int topicAt(int positions) {
        return LogBatch.TOPIC_0 + (Integer.numberOfTrailingZeros(positions) - 1) * Words.TOPIC_WORDS;
    }
}
