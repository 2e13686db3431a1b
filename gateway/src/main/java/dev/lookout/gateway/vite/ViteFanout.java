package dev.lookout.gateway.vite;

import dev.lookout.gateway.chain.EventLog;
import dev.lookout.gateway.chain.EventLog.Entry;
import dev.lookout.gateway.chain.TrimmedException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log and hands each subscription what is for it.
 *
 * <p>Works in rounds: everything new (up to a limit), then one flush of each connection concerned. When events come slowly a
 * round is one event and nothing waits; when they come fast, results of one subscription are joined into one callback.
 *
 * <p>Thread: one of its own does all the work. It waits for a client that falls far behind only while that one makes progress; the
 * source waits for it only if it falls behind by more than {@code mostBehind} entries or half of what the log keeps, so that no
 * entry is dropped from the log before it was handed out.
 */
final class ViteFanout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViteFanout.class);
    private static final int ROUND = 256;

    /** How soon a connection whose queue is full is looked at again when no event comes. */
    private static final long RETRY_MILLIS = 2;

    private final EventLog<ViteChainEvent> log;
    private final SubscriptionIndex index;
    private final int mostBehind;
    private final Duration patience;
    private final ViteCounters counters;
    private final Set<ViteConnection> waiting = new LinkedHashSet<>(); // only on the thread below
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "vite-fanout");
    private final EventLog.Following following;
    private volatile long done;
    private volatile boolean closed;

    /** @param patience how long a reader that is waited for may make no progress */
    ViteFanout(
            EventLog<ViteChainEvent> log,
            SubscriptionIndex index,
            int mostBehind,
            Duration patience,
            ViteCounters counters) {
        this.log = log;
        this.index = index;
        this.mostBehind = mostBehind;
        this.patience = patience;
        this.counters = counters;
        this.done = log.last();
        this.following = log.follow(entry -> wakeUps.release());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits until few enough entries are not handed out yet; the source's thread calls it. */
    void awaitRoom() {
        boolean interrupted = false;
        synchronized (this) {
            while (!closed && isFarBehind()) {
                try {
                    wait(100);
                } catch (InterruptedException e) {
                    interrupted = true;
                    break;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A log that has begun to drop entries, by their size, is about to drop what is not handed out. */
    private boolean isFarBehind() {
        long last = log.last();
        long first = log.first();
        long behind = last - done;
        return behind > mostBehind || (first > 1 && behind > (last - first + 1) / 2);
    }

    private void run() {
        while (!closed) {
            try {
                boolean news = round();
                if (!news) {
                    sleep();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("an event could not be handed out; going on with the next", e);
            }
        }
    }

    private void sleep() throws InterruptedException {
        if (waiting.isEmpty()) {
            wakeUps.acquire();
        } else {
            boolean woken = wakeUps.tryAcquire(RETRY_MILLIS, TimeUnit.MILLISECONDS);
            if (!woken) {
                LOG.trace("{} connections have results waiting", waiting.size());
            }
        }
        wakeUps.drainPermits();
    }

    private boolean round() {
        List<Entry<ViteChainEvent>> entries = newEntries();
        for (Entry<ViteChainEvent> entry : entries) {
            if (closed) {
                return false;
            }
            done = entry.sequence();
            ViteMessages messages = ViteDerivation.of(entry.event());
            index.deliver(messages, (subscription, results) -> {
                if (subscription.wants(entry.sequence())) {
                    subscription.connection().offer(subscription, results);
                    results.forEach(page -> counters.matched(page.count()));
                    waiting.add(subscription.connection());
                    subscription.connection().awaitRoom(patience, () -> closed);
                }
            });
        }
        for (Iterator<ViteConnection> all = waiting.iterator(); all.hasNext(); ) {
            if (!all.next().flush()) {
                all.remove();
            }
        }
        synchronized (this) {
            notifyAll();
        }
        return !entries.isEmpty();
    }

    private List<Entry<ViteChainEvent>> newEntries() {
        try {
            return log.read(done + 1, ROUND);
        } catch (TrimmedException e) {
            // awaitRoom keeps the source from getting so far ahead; an engine with another idea of retention may not.
            LOG.error(
                    "entries {} to {} were dropped from the log before they were handed out", done + 1, e.first() - 1);
            done = e.first() - 1;
            return List.of();
        }
    }

    @Override
    public void close() {
        closed = true;
        following.close();
        wakeUps.release();
        if (Thread.currentThread() != thread) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
