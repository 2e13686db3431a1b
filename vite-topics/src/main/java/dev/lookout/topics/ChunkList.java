package dev.lookout.topics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Postings in chunks that ascend by id, so that one of a million is found, added or removed by copying a few hundred.
 *
 * <p>Thread: changes under the index's lock, {@link #emit} anywhere. A chunk is replaced in place; when chunks come, split
 * or go, the array of them is. A reader that holds the old array misses only what changed since it began.
 */
final class ChunkList {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Chunk[].class);
    private static final Chunk[] EMPTY = {};

    private final boolean tested;
    private volatile Chunk[] chunks = EMPTY;

    /** @param tested whether postings have ranges or residuals */
    ChunkList(boolean tested) {
        this.tested = tested;
    }

    void add(int id, long from, long to, @Nullable Residual residual) {
        Chunk[] all = chunks;
        if (all.length == 0) {
            chunks = new Chunk[] {Chunk.empty(0).with(id, from, to, residual, tested)};
            return;
        }
        int at = chunkOf(all, id);
        Chunk chunk = all[at];
        if (chunk.ids.length < Chunk.MAX) {
            ELEMENT.setRelease(all, at, chunk.with(id, from, to, residual, tested));
        } else {
            // Ids mostly ascend: a full last chunk is left full. Any other is halved.
            long middle = at == all.length - 1 && chunk.allBelow(id) ? id : chunk.median();
            var low = chunk.part(0, middle);
            var high = chunk.part(middle, Long.MAX_VALUE);
            if (id < middle) {
                low = low.with(id, from, to, residual, tested);
            } else {
                high = high.with(id, from, to, residual, tested);
            }
            chunks = replace(all, at, low, high);
        }
    }

    /** Returns whether the id was there. */
    boolean remove(int id) {
        Chunk[] all = chunks;
        if (all.length == 0) {
            return false;
        }
        int at = chunkOf(all, id);
        int index = all[at].indexOf(id);
        if (index < 0) {
            return false;
        }
        if (all[at].ids.length == 1) {
            chunks = replace(all, at);
        } else {
            ELEMENT.setRelease(all, at, all[at].without(index));
        }
        return true;
    }

    boolean contains(int id) {
        Chunk[] all = chunks;
        return all.length > 0 && all[chunkOf(all, id)].indexOf(id) >= 0;
    }

    /** Puts the ids that want the log to {@code out}. Returns the new end, or -1 if there may not be room. */
    int emit(long height, long[] log, int at, int[] out, int end) {
        int to = end;
        Chunk[] all = chunks;
        for (int i = 0; i < all.length; i++) {
            Chunk chunk = (Chunk) ELEMENT.getAcquire(all, i);
            if (chunk.ids.length > out.length - to) {
                return -1;
            }
            to = chunk.emit(height, log, at, out, to);
        }
        return to;
    }

    /** For the writer: the chunks as they are. */
    Chunk[] chunks() {
        return chunks;
    }

    private static int chunkOf(Chunk[] all, int id) {
        int low = 0;
        int high = all.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (all[middle].low <= id) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Chunk[] replace(Chunk[] all, int at, Chunk... by) {
        var next = Arrays.copyOf(all, all.length - 1 + by.length);
        System.arraycopy(all, at + 1, next, at + by.length, all.length - at - 1);
        System.arraycopy(by, 0, next, at, by.length);
        return next;
    }
}
