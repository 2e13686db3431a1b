package dev.lookout.transport;

import java.time.Duration;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;

/**
 * How long an HTTP connection may stay in the phase it is in: a request must arrive whole within the read time however
 * slowly its bytes drip, the next one must begin within the idle time; while a request is worked on no clock runs.
 *
 * <p>Thread: I/O and worker threads move it on, the sweeper looks.
 */
final class HttpDeadline implements Sweeper.Swept {
    private static final Attribute<HttpDeadline> OF =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(HttpDeadline.class.getName());

    private static final long NEVER = Long.MAX_VALUE;

    private enum Phase {
        IDLE,
        READING,
        WORKING,
        UPGRADED
    }

    private final Connection<?> connection;
    private final long readNanos;
    private final long idleNanos;

    // Guarded by this.
    private Phase phase = Phase.READING;
    private long since = System.nanoTime();

    HttpDeadline(Connection<?> connection, Duration read, Duration idle) {
        this.connection = connection;
        this.readNanos = read.toNanos();
        this.idleNanos = idle.toNanos();
        OF.set(connection, this);
    }

    static HttpDeadline of(Connection<?> connection) {
        return OF.get(connection);
    }

    /** Bytes came: the first one after a reply starts the clock of the next request. */
    synchronized void bytesCame() {
        if (phase == Phase.IDLE) {
            enter(Phase.READING);
        }
    }

    /** The request is read as far as it will be. */
    synchronized void requestRead() {
        if (phase != Phase.UPGRADED) {
            enter(Phase.WORKING);
        }
    }

    synchronized void replied() {
        if (phase != Phase.UPGRADED) {
            enter(Phase.IDLE);
        }
    }

    /** The connection is a WebSocket from now on and minds its own deadlines. */
    synchronized void upgraded() {
        enter(Phase.UPGRADED);
    }

    @Override
    public void tick(long now) {
        long allowed;
        long spent;
        synchronized (this) {
            allowed = phase == Phase.READING ? readNanos : phase == Phase.IDLE ? idleNanos : NEVER;
            spent = now - since;
        }
        if (spent > allowed) {
            connection.terminateSilently();
        }
    }

    private void enter(Phase next) {
        phase = next;
        since = System.nanoTime();
    }
}
