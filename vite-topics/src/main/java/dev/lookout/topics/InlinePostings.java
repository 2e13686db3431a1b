package dev.lookout.topics;

/**
 * The ids of one record, taken apart for a change and put together again. One instance, under the index's lock.
 */
final class InlinePostings {
    private final int[] ids = new int[Records.MAX_PLAIN + Records.MAX_RANGED]; // plain ones, then ranged ones
    private final long[] ranges = new long[2 * Records.MAX_RANGED];
    private int plain;
    private int ranged;

    void clear() {
        plain = 0;
        ranged = 0;
    }

    void read(long[] words, int offset) {
        long header = words[offset];
        plain = Records.plain(header);
        ranged = Records.ranged(header);
        int body = offset + Records.bodyOffset(header, Tuples.mask(Records.tuple(header)));
        ids[0] = Records.first(header);
        for (int i = 1; i < size(); i++) {
            ids[i] = id(words, body, i);
        }
        System.arraycopy(words, body + Records.idWords(size()), ranges, 0, 2 * ranged);
    }

    /** The id of index {@code i}, 1 or more, in a record's body. */
    static int id(long[] words, int body, int i) {
        return (int) (words[body + ((i - 1) >>> 1)] >>> (((i - 1) & 1) << 5));
    }

    int size() {
        return plain + ranged;
    }

    int id(int i) {
        return ids[i];
    }

    long from(int i) {
        return i < plain ? 0 : ranges[2 * (i - plain)];
    }

    long to(int i) {
        return i < plain ? 0 : ranges[2 * (i - plain) + 1];
    }

    boolean hasRoom(long from, long to) {
        return (from | to) == 0 ? plain < Records.MAX_PLAIN : ranged < Records.MAX_RANGED;
    }

    void add(int id, long from, long to) {
        if ((from | to) == 0) {
            ids[size()] = ids[plain]; // the first ranged id goes to the end, its range must follow
            if (ranged > 0) {
                long firstFrom = ranges[0];
                long firstTo = ranges[1];
                System.arraycopy(ranges, 2, ranges, 0, 2 * (ranged - 1));
                ranges[2 * ranged - 2] = firstFrom;
                ranges[2 * ranged - 1] = firstTo;
            }
            ids[plain++] = id;
        } else {
            ids[size()] = id;
            ranges[2 * ranged] = from;
            ranges[2 * ranged + 1] = to;
            ranged++;
        }
    }

    /** Index of an id, or -1. */
    int indexOf(int id) {
        for (int i = 0; i < size(); i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }

    void removeAt(int i) {
        System.arraycopy(ids, i + 1, ids, i, size() - i - 1);
        if (i < plain) {
            plain--;
        } else {
            int r = i - plain;
            System.arraycopy(ranges, 2 * r + 2, ranges, 2 * r, 2 * (ranged - r - 1));
            ranged--;
        }
    }

    long header(long keyPart) {
        return Records.header(keyPart, plain, ranged, ids[0]);
    }

    /** Writes all but the first id, which is in the header. */
    void putBody(long[] words, int body) {
        int idWords = Records.idWords(size());
        for (int w = 0; w < idWords; w++) {
            long low = ids[2 * w + 1];
            long high = 2 * w + 2 < size() ? ids[2 * w + 2] : 0;
            words[body + w] = low | (high << 32);
        }
        System.arraycopy(ranges, 0, words, body + idWords, 2 * ranged);
    }
}
