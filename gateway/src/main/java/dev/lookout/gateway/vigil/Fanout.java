package dev.lookout.gateway.vigil;

import dev.lookout.gateway.chain.Audience;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands each message to the registered sessions. A session whose queue is full ends itself; one that is about to fill is given
 * a moment ({@link Pacing}).
 *
 * <p>Thread: {@link #tell} on the one thread that follows the chain, everything else on any.
 */
final class Fanout {
    private final Map<Long, VigilSession> sessions = new ConcurrentHashMap<>();
    private final AtomicLong emissions = new AtomicLong();
    private final Audience audience;
    private final Pacing pacing;
    private volatile boolean closing;

    /** @param audience learns who is registered */
    Fanout(Audience audience, Pacing pacing) {
        this.audience = audience;
        this.pacing = pacing;
    }

    /** Number of the last emission. */
    long now() {
        return emissions.get();
    }

    /** False if nobody joins any more. */
    boolean joined(VigilSession session) {
        if (closing) {
            return false;
        }
        if (sessions.put(session.connectionId(), session) == null) {
            audience.joined();
        }
        return true;
    }

    /** From now on nobody joins; those who are here stay until they are closed. */
    void stopJoining() {
        closing = true;
    }

    void left(VigilSession session) {
        if (sessions.remove(session.connectionId(), session)) {
            audience.left();
        }
    }

    /** Tells a message that is new. */
    Emission tell(VigilMessage message) {
        long number = emissions.incrementAndGet();
        return told(new Emission(message, number, 0));
    }

    /** Tells a message again, to those who came after emission number {@code toldBefore}. */
    Emission tellAgain(VigilMessage message, long toldBefore) {
        return told(new Emission(message, emissions.incrementAndGet(), toldBefore));
    }

    Iterable<VigilSession> sessions() {
        return sessions.values();
    }

    int size() {
        return sessions.size();
    }

    private Emission told(Emission emission) {
        for (var session : sessions.values()) {
            if (session.isCrowded()) {
                pacing.await(session);
            } else {
                pacing.forgive(session);
            }
            session.push(emission);
        }
        return emission;
    }
}
