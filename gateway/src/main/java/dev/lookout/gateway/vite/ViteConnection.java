package dev.lookout.gateway.vite;

import dev.lookout.transport.Connection;
import dev.lookout.transport.Lane;
import dev.lookout.transport.OutboundText;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket's subscriptions and what waits for them.
 *
 * <p>Replies and callbacks share one lane, so that an id reply goes before the first callback and nothing follows the
 * {@code true} of an unsubscribe. The transport's queue holds only a few callbacks; beyond them results wait here, joined when
 * there is room. Before the bound is near, the fan-out waits a while for a reader that makes progress ({@link #awaitRoom}); at the
 * bound the connection is closed with 1013 and a reason.
 *
 * <p>Thread: any. The lock is held while texts are queued (which never blocks), so that queueing keeps the order.
 */
final class ViteConnection {
    private static final Logger LOG = LoggerFactory.getLogger(ViteConnection.class);

    /** The reader does not keep up: come back later (ADR 12). */
    static final int SLOW = 1013;

    /** Callbacks in the transport's queue; more wait here, where they can still be joined. */
    private static final int TRANSPORT_QUEUE = 16;

    /** Bytes in the transport's queue beyond which nothing is added: far below the transport's own bound, which would refuse. */
    private static final long TRANSPORT_BYTES = 512 * 1024;

    private static final long LOOK_NANOS = 1_000_000;
    static final int RESTART = 1001;

    private final Connection connection;
    private final long pendingLimit;
    private final Object lock = new Object(); // guards everything below
    private final Map<String, Subscription> subscriptions = new HashMap<>();
    private final Deque<Subscription> ready = new ArrayDeque<>(); // in the order in which their oldest result came
    private long pendingBytes;
    private boolean ended;
    private boolean stalled; // only on the fan-out's thread: made no progress when it was waited for

    ViteConnection(Connection connection, long pendingLimit) {
        this.connection = connection;
        this.pendingLimit = pendingLimit;
    }

    /** Queues a reply. */
    void reply(String text) {
        synchronized (lock) {
            if (!connection.send(Lane.DATA, OutboundText.of(text))) {
                endSlow("replies");
            }
        }
    }

    /** Queues a reply, then lets the callbacks of these subscriptions follow it. */
    void replyAndOpen(String text, List<Subscription> made) {
        synchronized (lock) {
            reply(text);
            for (Subscription subscription : made) {
                subscription.open();
                if (subscription.isReady()) {
                    ready.add(subscription);
                }
            }
            flush();
        }
    }

    /**
     * Takes a subscription in; it stays silent until {@link #replyAndOpen}.
     *
     * @return false if {@code most} stand already, or the connection has ended
     */
    boolean add(Subscription subscription, int most) {
        synchronized (lock) {
            if (ended || subscriptions.size() >= most) {
                return false;
            }
            subscriptions.put(subscription.id(), subscription);
            return true;
        }
    }

    /** Forgets a subscription and what waits for it. */
    Optional<Subscription> remove(String id) {
        synchronized (lock) {
            Subscription gone = subscriptions.remove(id);
            if (gone == null) {
                return Optional.empty();
            }
            ready.remove(gone);
            while (gone.hasPending()) {
                pendingBytes -= gone.next().resultBytes();
            }
            return Optional.of(gone);
        }
    }

    /** Results for one of the subscriptions; the caller sees to it that {@link #flush} follows. */
    void offer(Subscription subscription, List<Results> results) {
        synchronized (lock) {
            if (!subscriptions.containsKey(subscription.id())) {
                return;
            }
            boolean wasReady = subscription.isReady();
            for (Results one : results) {
                subscription.add(one);
                pendingBytes += one.utf8().length;
            }
            if (!wasReady && subscription.isReady()) {
                ready.add(subscription);
            }
            if (pendingBytes > pendingLimit) {
                endSlow(pendingBytes + " bytes");
            }
        }
    }

    /**
     * Moves what waits into the transport's queue as far as there is room.
     *
     * @return whether something still waits
     */
    boolean flush() {
        synchronized (lock) {
            while (!ended && !ready.isEmpty() && hasRoom()) {
                Subscription subscription = ready.remove();
                Subscription.Callback callback = subscription.next();
                pendingBytes -= callback.resultBytes();
                if (subscription.isReady()) {
                    ready.add(subscription);
                }
                if (!connection.send(Lane.DATA, callback.text())) {
                    endSlow("callbacks");
                }
            }
            return !ended && !ready.isEmpty();
        }
    }

    /**
     * Waits until no more than half of what may wait does, as long as the reader makes progress. One who makes none for the whole
     * patience is not waited for again until it has caught up, and closed when it reaches the bound (ADR 46). The fan-out calls it,
     * holding nothing.
     *
     * @param stopping ends the waiting
     */
    void awaitRoom(Duration patience, BooleanSupplier stopping) {
        if (!isCrowded()) {
            stalled = false;
            return;
        }
        if (stalled) {
            return;
        }
        long least = Long.MAX_VALUE;
        long progress = System.nanoTime();
        while (isCrowded() && !stopping.getAsBoolean()) {
            flush();
            long backlog = backlog();
            if (backlog < least) {
                least = backlog;
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > patience.toNanos()) {
                stalled = true;
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** The server stops: the client shall come back. */
    void closeForRestart() {
        close(RESTART, "server restart");
    }

    /** The socket has ended, or is about to: gives the subscriptions back, which are nobody's now. */
    List<Subscription> end() {
        synchronized (lock) {
            ended = true;
            var gone = new ArrayList<>(subscriptions.values());
            subscriptions.clear();
            ready.clear();
            pendingBytes = 0;
            return gone;
        }
    }

    /** Ends the connection as the sheet's fatal errors do: what is queued goes out, then a close. */
    void closeAfterDrain(int code, String reason) {
        connection.closeAfterDrain(code, reason);
    }

    void close(int code, String reason) {
        connection.discardData();
        connection.close(code, reason);
    }

    private boolean hasRoom() {
        return connection.queuedMessages() < TRANSPORT_QUEUE && connection.queuedBytes() < TRANSPORT_BYTES;
    }

    private boolean isCrowded() {
        synchronized (lock) {
            return !ended && connection.isOpen() && pendingBytes > pendingLimit / 2;
        }
    }

    private long backlog() {
        synchronized (lock) {
            return pendingBytes + connection.queuedBytes();
        }
    }

    private void endSlow(String what) {
        if (ended || !connection.isOpen()) {
            return;
        }
        ended = true;
        ready.clear();
        LOG.info(
                "connection {} closed: {} wait for a slow reader, limit {} bytes", connection.id(), what, pendingLimit);
        close(SLOW, "slow consumer: " + what + " waiting, limit " + pendingLimit + " bytes; subscribe again");
    }
}
