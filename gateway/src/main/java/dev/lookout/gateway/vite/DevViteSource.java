package dev.lookout.gateway.vite;

import dev.lookout.gateway.chain.ChainSource;
import dev.lookout.model.vite.Address;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Delivers a made-up chain at a steady rate, without end: for demonstrations, tests and load. What it delivers depends on the
 * options alone, when it does on the clock.
 *
 * <p>Thread: delivers on a thread of its own; {@link #start} and {@link #close} from any.
 */
public final class DevViteSource implements ChainSource<ViteChainEvent> {
    private final DevOptions options;
    private final DevViteChain chain;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Thread thread; // null until started

    public DevViteSource(DevOptions options) {
        this.options = options;
        this.chain = new DevViteChain(options);
    }

    /** The addresses of the contracts that log, for who wants to subscribe to them. */
    public List<Address> contracts() {
        return chain.contracts();
    }

    /** The addresses of the users who send and receive. */
    public List<Address> users() {
        return chain.users();
    }

    @Override
    public String describe() {
        return "dev chain (Vite): rate " + options.rate() + ", contracts " + options.contracts() + ", topics "
                + options.topics() + ", reorgs " + options.reorgs() + ", seed " + options.seed();
    }

    @Override
    public void start(Sink<ViteChainEvent> sink) {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException(describe() + " was started before");
        }
        var runner = new Thread(() -> run(sink), "vite-dev");
        runner.setDaemon(true);
        thread = runner;
        runner.start();
    }

    private void run(Sink<ViteChainEvent> sink) {
        try {
            long start = System.nanoTime();
            double nanosPerStep = TimeUnit.SECONDS.toNanos(1) / options.rate();
            for (long step = 0; !closed(start + (long) (step * nanosPerStep)); step++) {
                chain.next().forEach(sink::event);
            }
        } catch (RuntimeException e) {
            sink.failed(e);
        }
    }

    /** Waits until the time has come; true if closed by then. */
    private boolean closed(long dueNanos) {
        try {
            long left = dueNanos - System.nanoTime();
            return left <= 0 ? closing.getCount() == 0 : closing.await(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        Thread running = thread;
        if (running != null && running != Thread.currentThread()) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
