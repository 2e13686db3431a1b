package dev.lookout.topics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells when every reader has let go of what it knew: the condition for giving an id a second meaning.
 *
 * <p>The writer first takes something out of the index, then {@linkplain #advance advances} the epoch and keeps its
 * number. A reader {@linkplain Slot#enter enters} the current epoch before each match, and by that forgets all it saw
 * before. When {@link #oldest} has reached the number, nobody can still hold what was taken out.
 *
 * <p>A reader that enters while it was in an earlier epoch needs no fence: it loads the epoch, and by that everything
 * done before the epoch was advanced, before it says so. Only the step out of idleness needs one, since the writer does
 * not wait for idle readers.
 */
final class Epochs {
    private final List<Slot> slots = new CopyOnWriteArrayList<>();
    private volatile long current = 1;

    /** Under the index's lock. Returns the number that {@link #oldest} must reach. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer at a time
    long advance() {
        return ++current;
    }

    /** The epoch that no reader is behind; {@link Long#MAX_VALUE} if all are idle. */
    long oldest() {
        long oldest = Long.MAX_VALUE;
        for (Slot slot : slots) {
            oldest = Math.min(oldest, slot.epoch());
        }
        return oldest;
    }

    Slot open() {
        var slot = new Slot(this);
        slots.add(slot);
        return slot;
    }

    private void close(Slot slot) {
        slots.remove(slot);
    }

    /** One reader's place, on cache lines of its own. */
    static final class Slot extends SlotEpoch {
        @SuppressWarnings("unused") // keeps neighbours off the line
        private long p10, p11, p12, p13, p14, p15, p16;

        private final Epochs epochs;

        private Slot(Epochs epochs) {
            this.epochs = epochs;
        }

        void enter() {
            long now = epochs.current;
            long seen = epoch();
            if (seen == IDLE) {
                enterFromIdle(now);
            } else if (seen != now) {
                move(now);
            }
        }

        void leave() {
            move(IDLE);
        }

        void close() {
            leave();
            epochs.close(this);
        }
    }
}
