package dev.lookout.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells a command that runs until told that it is time to end: Ctrl-C, a termination signal, or a test.
 *
 * <p>Thread: {@link #await} on the command's thread, {@link #stop} on any.
 */
final class StopSignal implements AutoCloseable {
    /** How long an interrupted process waits for its summary before it goes. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    /** A signal that the process's own termination gives; the process then waits until {@link #finished}. */
    static StopSignal onTermination() {
        var signal = new StopSignal();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            signal.stop();
                            signal.awaitFinished();
                        },
                        "lookout-stop"));
        return signal;
    }

    /** Asks the command to end. */
    void stop() {
        asked.countDown();
    }

    /**
     * Waits until asked to end, at most so long.
     *
     * @return whether it was asked; false when the time ran out
     */
    boolean await(Duration atMost) {
        try {
            return asked.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    boolean isStopped() {
        return asked.getCount() == 0;
    }

    /** Says that everything is printed and closed. */
    void finished() {
        done.countDown();
    }

    @Override
    public void close() {
        finished();
    }

    private void awaitFinished() {
        try {
            if (!done.await(GRACE.toNanos(), TimeUnit.NANOSECONDS)) {
                done.countDown();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
