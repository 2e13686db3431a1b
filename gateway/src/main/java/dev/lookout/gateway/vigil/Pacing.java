package dev.lookout.gateway.vigil;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Gives readers that keep up the time to do so: a block of a thousand transfers is more than the queue of a connection holds,
 * and nobody can read it in no time.
 *
 * <p>A reader whose queue does not get shorter while it is waited for is not waited for again until it has caught up; its queue
 * will overflow, and that closes it. So one who has stopped delays the others once, by {@code patience} at most.
 *
 * <p>Thread: the one that follows the chain.
 */
final class Pacing {
    private static final Duration LOOK = Duration.ofMillis(1);

    private final int looks;
    private final Set<VigilSession> stalled = new HashSet<>();

    /** @param patience how long a reader may make no progress */
    Pacing(Duration patience) {
        this.looks = (int) Math.max(1, patience.toMillis() / LOOK.toMillis());
    }

    /** Waits until the session's queue is no longer crowded, or does not get shorter. */
    void await(VigilSession session) {
        if (stalled.contains(session)) {
            return;
        }
        int shortest = session.queued();
        int looksLeft = looks;
        while (session.isCrowded()) {
            if (looksLeft-- == 0 || Thread.currentThread().isInterrupted()) {
                stalled.add(session);
                return;
            }
            LockSupport.parkNanos(LOOK.toNanos());
            int queued = session.queued();
            if (queued < shortest) {
                shortest = queued;
                looksLeft = looks;
            }
        }
    }

    /** The session has room again, or is gone. */
    void forgive(VigilSession session) {
        if (!stalled.isEmpty()) {
            stalled.remove(session);
        }
    }
}
