package dev.lookout.transport;

import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that write: each takes a connection that has something to send, joins what waits there into one write, and
 * goes on to the next.
 *
 * <p>While they are busy with others, more gathers on each connection: the more load, the fewer writes per message. Writes
 * never block, so a few threads serve any number of connections. A connection is in this queue once at most, so its length
 * is bounded by their number.
 */
final class Flusher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);

    private final LinkedBlockingQueue<OutboundQueue> ready = new LinkedBlockingQueue<>();
    private final Thread[] threads;

    Flusher(String name, int count) {
        threads = new Thread[count];
        for (int i = 0; i < count; i++) {
            threads[i] = new Thread(this::run, name + "-flush-" + i);
            threads[i].setDaemon(true);
            threads[i].start();
        }
    }

    /** @param queue not scheduled now; it keeps account of that itself */
    void schedule(OutboundQueue queue) {
        ready.add(queue);
    }

    private void run() {
        try {
            while (true) {
                flush(ready.take());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void flush(OutboundQueue queue) {
        try {
            queue.flush();
        } catch (RuntimeException e) {
            LOG.warn("A write failed in an unforeseen way; its connection ends", e);
            queue.failed(e);
        }
    }

    @Override
    public void close() {
        for (Thread thread : threads) {
            thread.interrupt();
        }
    }
}
