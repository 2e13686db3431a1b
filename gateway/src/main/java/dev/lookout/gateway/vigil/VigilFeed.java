package dev.lookout.gateway.vigil;

import dev.lookout.gateway.chain.ChainSource;
import dev.lookout.gateway.chain.EventLog;
import dev.lookout.gateway.chain.EventLog.Entry;
import dev.lookout.gateway.chain.TrimmedException;
import dev.lookout.gateway.evm.EvmChainEvent;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a source's events into a log and reads them out again on a thread of its own, so that a source is not held by what is
 * done with its blocks. It waits only when the reader is so far behind that the log would drop what was not read.
 *
 * <p>Thread: the sink's methods on the source's thread; the reader's on one started here.
 */
final class VigilFeed implements ChainSource.Sink<EvmChainEvent>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VigilFeed.class);
    private static final int PAGE = 16;

    private final EventLog<EvmChainEvent> log;
    private final Consumer<EvmChainEvent> reader;
    private final int mostBehind;
    private final Semaphore wakeUps = new Semaphore(0);
    private final EventLog.Following following;
    private final Thread thread = new Thread(this::run, "vigil-feed");
    private final Object guard = new Object(); // guards done
    private long done;
    private volatile boolean closed;

    VigilFeed(EventLog<EvmChainEvent> log, Consumer<EvmChainEvent> reader, int mostBehind) {
        this.log = log;
        this.reader = reader;
        this.mostBehind = mostBehind;
        this.done = log.last();
        this.following = log.follow(entry -> wakeUps.release());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void event(EvmChainEvent event) {
        log.append(log.last() + 1, event);
        awaitRoom();
    }

    @Override
    public void ended() {
        LOG.info("EVM source has ended after {} events; clients stay connected", log.last());
    }

    @Override
    public void failed(RuntimeException failure) {
        LOG.error("EVM source failed after {} events: {}", log.last(), failure.getMessage(), failure);
    }

    /** Stops reading; what is in the log stays there. */
    @Override
    public void close() {
        closed = true;
        following.close();
        thread.interrupt();
        synchronized (guard) {
            guard.notifyAll();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitRoom() {
        synchronized (guard) {
            try {
                while (!closed && log.last() - done > mostBehind) {
                    guard.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (!closed) {
                var page = page();
                for (var entry : page) {
                    read(entry);
                }
                if (page.isEmpty()) {
                    wakeUps.acquire();
                    wakeUps.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("feed was interrupted: it was closed");
        }
    }

    private List<Entry<EvmChainEvent>> page() {
        try {
            return log.read(done() + 1, PAGE);
        } catch (TrimmedException e) {
            LOG.error("entries {} to {} were dropped from the log before they were told", done() + 1, e.first() - 1);
            advance(e.first() - 1);
            return page();
        }
    }

    private void read(Entry<EvmChainEvent> entry) {
        if (closed) {
            return;
        }
        try {
            reader.accept(entry.event());
        } catch (RuntimeException e) {
            var event = entry.event();
            LOG.error("block {} {} could not be told; going on with the next", event.number(), event.hash(), e);
        }
        advance(entry.sequence());
    }

    private long done() {
        synchronized (guard) {
            return done;
        }
    }

    private void advance(long sequence) {
        synchronized (guard) {
            done = sequence;
            guard.notifyAll();
        }
    }
}
