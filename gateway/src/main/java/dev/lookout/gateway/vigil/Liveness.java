package dev.lookout.gateway.vigil;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.lookout.transport.Connection;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Pings a registered client and tells when nothing has come from it for too long (VIGIL 1.3, decision D-11).
 *
 * <p>The time of the last frame is only noted; the deadline, when it comes, looks at it and moves on. So a frame costs no timer.
 *
 * <p>Thread: the owner calls one at a time; timers come on the timer thread.
 */
final class Liveness {
    private final Connection connection;
    private final SessionSurroundings surroundings;
    private final Runnable expired;
    private final long idleNanos;
    private volatile long lastSign;
    private volatile boolean running;
    private volatile @Nullable Future<?> pings;
    private volatile @Nullable Future<?> expiry;

    Liveness(Connection connection, SessionSurroundings surroundings, Runnable expired) {
        this.connection = connection;
        this.surroundings = surroundings;
        this.expired = expired;
        this.idleNanos = surroundings.limits().idleExpiry().toNanos();
    }

    void start() {
        running = true;
        lastSign = now();
        long interval = surroundings.limits().pingInterval().toNanos();
        pings = surroundings.timers().scheduleAtFixedRate(connection::ping, interval, interval, NANOSECONDS);
        expireIn(idleNanos);
    }

    void stop() {
        running = false;
        cancel(pings);
        cancel(expiry);
    }

    /** Any frame came in. */
    void frame() {
        if (!surroundings.options().requireAppHeartbeat()) {
            lastSign = now();
        }
    }

    /** A valid heartbeat command came in. */
    void heartbeat() {
        lastSign = now();
    }

    private void check() {
        long left = idleNanos - (now() - lastSign);
        if (running && left > 0) {
            expireIn(left);
        } else if (running) {
            expired.run();
        }
    }

    private void expireIn(long nanos) {
        expiry = surroundings.timers().schedule(this::check, nanos, NANOSECONDS);
        if (!running) {
            cancel(expiry);
        }
    }

    private long now() {
        return surroundings.nanoTime().getAsLong();
    }

    private static void cancel(@Nullable Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
