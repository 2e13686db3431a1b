package dev.lookout.topics;

import java.util.Arrays;

/**
 * Small numbers that stand for something for a while, given out again only when no reader can still hold the old meaning.
 *
 * <p>A released id passes through three queues: <em>fresh</em> ones were released since the epoch was last advanced,
 * <em>waiting</em> ones until every reader has reached that epoch, <em>free</em> ones may be taken. The queues are linked
 * through one array of successors, allocated in chunks where ids are released.
 *
 * <p>Thread: under the index's lock.
 */
final class IdPool {
    private static final int NONE = -1;
    private static final int CHUNK_BITS = 12;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int[] NO_LINKS = {};

    private final Epochs epochs;
    private final int end;
    private int next;
    private int[][] links = {};

    private int free = NONE;
    private int waiting = NONE;
    private int waitingLast = NONE;
    private long waitingFor;
    private int fresh = NONE;
    private int freshLast = NONE;

    /** Gives out ids from {@code first} to {@code end - 1}. */
    IdPool(Epochs epochs, int first, int end) {
        this.epochs = epochs;
        this.next = first;
        this.end = end;
    }

    /** An id that means nothing to any reader, or -1 if there is none at this time. */
    int take() {
        if (free == NONE) {
            turn();
        }
        if (free != NONE) {
            int id = free;
            free = linkOf(id);
            return id;
        }
        return next < end ? next++ : NONE;
    }

    /** Takes an id back; what it stood for must be out of the index already. */
    void release(int id) {
        link(id, NONE);
        if (fresh == NONE) {
            fresh = id;
        } else {
            link(freshLast, id);
        }
        freshLast = id;
    }

    private void turn() {
        if (waiting == NONE && fresh != NONE) {
            waiting = fresh;
            waitingLast = freshLast;
            waitingFor = epochs.advance();
            fresh = NONE;
        }
        if (waiting != NONE && epochs.oldest() >= waitingFor) {
            link(waitingLast, free);
            free = waiting;
            waiting = NONE;
        }
    }

    private int linkOf(int id) {
        return links[id >>> CHUNK_BITS][id & (CHUNK - 1)];
    }

    private void link(int id, int successor) {
        int chunk = id >>> CHUNK_BITS;
        if (chunk >= links.length) {
            int old = links.length;
            links = Arrays.copyOf(links, Math.max(chunk + 1, 2 * old));
            Arrays.fill(links, old, links.length, NO_LINKS);
        }
        if (links[chunk].length == 0) {
            links[chunk] = new int[CHUNK];
        }
        links[chunk][id & (CHUNK - 1)] = successor;
    }
}
