package dev.lookout.topics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some postings of a long list, immutable: those whose ids lie from {@link #low} up to the next chunk's.
 *
 * <p>Plain ids are nothing but an {@code int[]}, to be copied in one go; tested ones have a range and perhaps a residual
 * each.
 */
final class Chunk {
    static final int MAX = 256;

    private static final long[] NO_RANGES = {};
    private static final @Nullable Residual[] NO_RESIDUALS = {};

    final int low;
    final int[] ids;
    private final long[] ranges; // from and to of each id; empty = plain
    private final @Nullable Residual[] residuals; // empty = plain

    private Chunk(int low, int[] ids, long[] ranges, @Nullable Residual[] residuals) {
        this.low = low;
        this.ids = ids;
        this.ranges = ranges;
        this.residuals = residuals;
    }

    static Chunk empty(int low) {
        return new Chunk(low, new int[0], NO_RANGES, NO_RESIDUALS);
    }

    /** This chunk and one more posting. */
    Chunk with(int id, long from, long to, @Nullable Residual residual, boolean tested) {
        int n = ids.length;
        int[] moreIds = Arrays.copyOf(ids, n + 1);
        moreIds[n] = id;
        if (!tested) {
            return new Chunk(low, moreIds, NO_RANGES, NO_RESIDUALS);
        }
        long[] moreRanges = Arrays.copyOf(ranges, 2 * n + 2);
        moreRanges[2 * n] = from;
        moreRanges[2 * n + 1] = to;
        @Nullable Residual[] moreResiduals = Arrays.copyOf(residuals, n + 1);
        moreResiduals[n] = residual;
        return new Chunk(low, moreIds, moreRanges, moreResiduals);
    }

    /** The postings whose ids lie from {@code from} up to {@code to}, exclusive; a chunk with that lower end. */
    Chunk part(long from, long to) {
        int[] chosen = new int[ids.length];
        int n = 0;
        for (int i = 0; i < ids.length; i++) {
            chosen[n] = i;
            n += ids[i] >= from && ids[i] < to ? 1 : 0;
        }
        return select((int) Math.max(low, from), chosen, n);
    }

    /** All postings but the one of this index. */
    Chunk without(int index) {
        int[] chosen = new int[ids.length];
        int n = 0;
        for (int i = 0; i < ids.length; i++) {
            chosen[n] = i;
            n += i != index ? 1 : 0;
        }
        return select(low, chosen, n);
    }

    private Chunk select(int newLow, int[] chosen, int n) {
        int[] someIds = new int[n];
        for (int i = 0; i < n; i++) {
            someIds[i] = ids[chosen[i]];
        }
        if (ranges.length == 0) {
            return new Chunk(newLow, someIds, NO_RANGES, NO_RESIDUALS);
        }
        long[] someRanges = new long[2 * n];
        @Nullable Residual[] someResiduals = new Residual[n];
        for (int i = 0; i < n; i++) {
            someRanges[2 * i] = ranges[2 * chosen[i]];
            someRanges[2 * i + 1] = ranges[2 * chosen[i] + 1];
            someResiduals[i] = residuals[chosen[i]];
        }
        return new Chunk(newLow, someIds, someRanges, someResiduals);
    }

    boolean allBelow(int id) {
        for (int other : ids) {
            if (other >= id) {
                return false;
            }
        }
        return true;
    }

    int indexOf(int id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }

    /** The id that has half of the others below it. */
    int median() {
        int[] sorted = ids.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    long from(int i) {
        return ranges.length == 0 ? 0 : ranges[2 * i];
    }

    long to(int i) {
        return ranges.length == 0 ? 0 : ranges[2 * i + 1];
    }

    @Nullable
    Residual residual(int i) {
        return residuals.length == 0 ? null : residuals[i];
    }

    /** Puts the ids that want the log to {@code out}; there is room for all. Returns the new end. */
    int emit(long height, long[] log, int at, int[] out, int end) {
        if (ranges.length == 0) {
            System.arraycopy(ids, 0, out, end, ids.length);
            return end + ids.length;
        }
        int to = end;
        for (int i = 0; i < ids.length; i++) {
            Residual residual = residuals[i];
            if (Heights.contains(ranges[2 * i], ranges[2 * i + 1], height)
                    && (residual == null || residual.accepts(log, at))) {
                out[to++] = ids[i];
            }
        }
        return to;
    }

    long bytes() {
        return 32 + 16 + 4L * ids.length + (ranges.length == 0 ? 0 : 32 + 20L * ids.length);
    }
}
