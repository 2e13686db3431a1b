package dev.lookout.topics;

import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of a key that has too many for its record, or any with a residual.
 *
 * <p>Thread: changes under the index's lock, {@link #emit} anywhere.
 */
final class PostingList {
    /** A list that falls to this many plain or ranged ids goes back into its record. */
    private static final int INLINE_AGAIN = 12;

    private final ChunkList plain = new ChunkList(false);
    private final ChunkList tested = new ChunkList(true);
    private int plainSize;
    private int testedSize;
    private int residuals;

    void add(int id, long from, long to, @Nullable Residual residual) {
        if ((from | to) == 0 && residual == null) {
            plain.add(id, 0, 0, null);
            plainSize++;
        } else {
            tested.add(id, from, to, residual);
            testedSize++;
            residuals += residual == null ? 0 : 1;
        }
    }

    /** Returns whether the id was there. */
    boolean remove(int id) {
        if (plain.remove(id)) {
            plainSize--;
            return true;
        }
        boolean hadResidual = hasResidual(id);
        if (tested.remove(id)) {
            testedSize--;
            residuals -= hadResidual ? 1 : 0;
            return true;
        }
        return false;
    }

    boolean contains(int id) {
        return plain.contains(id) || tested.contains(id);
    }

    boolean isEmpty() {
        return plainSize + testedSize == 0;
    }

    boolean fitsInline() {
        return residuals == 0 && plainSize <= INLINE_AGAIN && testedSize <= Records.MAX_RANGED / 2;
    }

    void copyTo(InlinePostings postings) {
        postings.clear();
        for (ChunkList list : new ChunkList[] {plain, tested}) {
            for (Chunk chunk : list.chunks()) {
                for (int i = 0; i < chunk.ids.length; i++) {
                    postings.add(chunk.ids[i], chunk.from(i), chunk.to(i));
                }
            }
        }
    }

    /** Puts the ids that want the log to {@code out}. Returns the new end, or -1 if there may not be room. */
    int emit(long height, long[] log, int at, int[] out, int end) {
        int to = plain.emit(height, log, at, out, end);
        return to < 0 ? to : tested.emit(height, log, at, out, to);
    }

    long bytes() {
        long bytes = 32 + 2 * 24;
        for (ChunkList list : new ChunkList[] {plain, tested}) {
            bytes += 16 + 4L * list.chunks().length;
            for (Chunk chunk : list.chunks()) {
                bytes += chunk.bytes();
            }
        }
        return bytes;
    }

    private boolean hasResidual(int id) {
        for (Chunk chunk : tested.chunks()) {
            int i = chunk.indexOf(id);
            if (i >= 0) {
                return chunk.residual(i) != null;
            }
        }
        return false;
    }
}
