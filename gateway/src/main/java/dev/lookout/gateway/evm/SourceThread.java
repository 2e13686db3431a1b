package dev.lookout.gateway.evm;

import dev.lookout.gateway.chain.ChainSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The thread of a source: started once, ended by {@link #close}, which waits for it.
 *
 * <p>Thread: {@link #start} and {@link #close} from any, {@link #waitUntil} from the one started.
 */
final class SourceThread implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Thread thread; // null until started
    private volatile long startNanos;

    SourceThread(String name) {
        this.name = name;
    }

    /** What the thread does. */
    interface Work {
        /** False if it stopped because it was asked to. */
        boolean run();
    }

    /**
     * Runs the work and tells the sink how it ended, unless it was closed.
     *
     * @throws IllegalStateException if it was started before
     */
    void start(Work work, ChainSource.Sink<?> sink) {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException(name + " was started before");
        }
        startNanos = System.nanoTime();
        var runner = new Thread(() -> run(work, sink), name);
        runner.setDaemon(true);
        thread = runner;
        runner.start();
    }

    boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Waits until so much time has passed since the start; false if it is time to end instead. */
    boolean waitUntil(Duration sinceStart) {
        try {
            long left = sinceStart.toNanos() - (System.nanoTime() - startNanos);
            return left <= 0 ? !isClosing() : !closing.await(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        Thread running = thread;
        if (running != null && running != Thread.currentThread()) {
            try {
                running.join(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void run(Work work, ChainSource.Sink<?> sink) {
        try {
            if (work.run()) {
                sink.ended();
            }
        } catch (RuntimeException e) {
            sink.failed(e);
        }
    }
}
