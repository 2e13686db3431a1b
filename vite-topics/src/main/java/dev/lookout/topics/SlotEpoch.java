package dev.lookout.topics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Padding in front of the epoch; fields of a superclass are laid out first. */
abstract class SlotPadding {
    @SuppressWarnings("unused") // keeps neighbours off the line
    private long p00, p01, p02, p03, p04, p05, p06;
}

/** The epoch a reader is in, written by that reader and read by the writer. */
abstract class SlotEpoch extends SlotPadding {
    static final long IDLE = Long.MAX_VALUE;

    private static final VarHandle EPOCH;

    static {
        try {
            EPOCH = MethodHandles.lookup().findVarHandle(SlotEpoch.class, "epoch", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile long epoch = IDLE;

    final long epoch() {
        return epoch;
    }

    /** Everything read so far was read before the move. */
    final void move(long to) {
        EPOCH.setRelease(this, to);
    }

    /** Nothing is read after this that the writer has not had the chance to protect. */
    final void enterFromIdle(long to) {
        epoch = to;
        VarHandle.fullFence();
    }
}
