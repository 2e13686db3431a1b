package dev.lookout.topics;

/** Copies the ids of a record that was found to be of a log's key. */
final class Emission {
    /** So many ids are copied whether they are there or not: cheaper than to mispredict how many there are. */
    private static final int FEW = 9;

    private Emission() {}

    /** Returns the new end of {@code out}, or -1 if there may not be room. */
    static int emit(Partition in, int record, int mask, long[] log, int address, int at, int[] out, int end) {
        long[] words = in.words;
        long header = words[record];
        int plain = Records.plain(header);
        int ranged = Records.ranged(header);
        if (plain + ranged > out.length - end) {
            return -1;
        }
        int body = record + Records.bodyOffset(header, mask);
        if (ranged == 0
                && plain <= FEW
                && !Records.isListed(header)
                && body + FEW / 2 <= words.length
                && end + FEW <= out.length) {
            copyFew(words, body, Records.first(header), out, end);
            return end + plain;
        }
        long height = log[address + LogBatch.HEIGHT];
        if (Records.isListed(header)) {
            return in.list(header).emit(height, log, at, out, end);
        }
        int to = end;
        for (int i = 0; i < plain; i++) {
            out[to++] = i == 0 ? Records.first(header) : InlinePostings.id(words, body, i);
        }
        int range = body + Records.idWords(plain + ranged);
        for (int i = plain; i < plain + ranged; i++, range += 2) {
            out[to] = i == 0 ? Records.first(header) : InlinePostings.id(words, body, i);
            to += Heights.contains(words[range], words[range + 1], height) ? 1 : 0;
        }
        return to;
    }

    private static void copyFew(long[] words, int body, int first, int[] out, int end) {
        out[end] = first;
        for (int w = 0; w < FEW / 2; w++) {
            long pair = words[body + w];
            out[end + 1 + 2 * w] = (int) pair;
            out[end + 2 + 2 * w] = (int) (pair >>> 32);
        }
    }
}
