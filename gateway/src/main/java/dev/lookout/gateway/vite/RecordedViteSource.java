package dev.lookout.gateway.vite;

import dev.lookout.gateway.chain.ChainSource;
import dev.lookout.gateway.chain.Pace;
import dev.lookout.gateway.vite.RecordingReader.Row;
import dev.lookout.gateway.vite.ViteChainEvent.AccountBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlockInserted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Replays a recording of a Vite chain, order healed (ADR 40). Time runs from the first row, so that a recording that began
 * with silence does not.
 *
 * <p>Thread: delivers on a thread of its own; {@link #start} and {@link #close} from any.
 */
public final class RecordedViteSource implements ChainSource<ViteChainEvent> {
    /** How many blocks are remembered for removals and re-insertions. */
    private static final int REMEMBERED_BLOCKS = 100_000;

    private final String name;
    private final Supplier<RecordingReader> recording;
    private final Pace pace;
    private final UndoOrder undoOrder;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Thread thread; // null until started

    private RecordedViteSource(String name, Supplier<RecordingReader> recording, Pace pace, UndoOrder undoOrder) {
        this.name = name;
        this.recording = recording;
        this.pace = pace;
        this.undoOrder = undoOrder;
    }

    /** Replays a file, gzip-compressed if its name ends in {@code .gz}; it is opened on start. */
    public static RecordedViteSource of(Path file, Pace pace, UndoOrder undoOrder) {
        return new RecordedViteSource(
                String.valueOf(file.getFileName()), () -> RecordingReader.open(file), pace, undoOrder);
    }

    /** Replays a stream of JSON lines; it is opened on start and closed at the end. */
    public static RecordedViteSource of(
            String name, Supplier<java.io.InputStream> lines, Pace pace, UndoOrder undoOrder) {
        return new RecordedViteSource(name, () -> new RecordingReader(name, lines.get()), pace, undoOrder);
    }

    @Override
    public String describe() {
        return "recorded " + name + " at pace " + pace;
    }

    @Override
    public void start(Sink<ViteChainEvent> sink) {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException(describe() + " was started before");
        }
        var runner = new Thread(() -> run(sink), "vite-recorded");
        runner.setDaemon(true);
        thread = runner;
        runner.start();
    }

    private void run(Sink<ViteChainEvent> sink) {
        try {
            if (replay(sink)) {
                sink.ended();
            }
        } catch (RuntimeException e) {
            sink.failed(e);
        }
    }

    /** Returns false if it was closed on the way. */
    private boolean replay(Sink<ViteChainEvent> sink) {
        var healer = new OrderHealer(REMEMBERED_BLOCKS, undoOrder, sink::event);
        try (RecordingReader reader = recording.get()) {
            Optional<Row> row = reader.next();
            double firstMillis = row.map(Row::millis).orElse(0.0);
            long startNanos = System.nanoTime();
            while (row.isPresent()) {
                Row now = row.get();
                if (!waitUntil(startNanos, pace.due(now.millis() - firstMillis))) {
                    return false;
                }
                deliver(now, healer);
                row = reader.next();
                if (now instanceof Row.Removed undone && !continues(undone, row)) {
                    healer.endUndo(); // now, not when the next row is due
                }
            }
        }
        return closing.getCount() > 0;
    }

    private static void deliver(Row row, OrderHealer healer) {
        if (row instanceof Row.Removed removed) {
            healer.removed(removed.kind(), removed.hash());
        } else if (row instanceof Row.Inserted inserted) {
            if (inserted.block() instanceof AccountBlockInserted block) {
                healer.inserted(block);
            } else if (inserted.block() instanceof SnapshotBlockInserted block) {
                healer.inserted(block);
            }
        }
    }

    private static boolean continues(Row.Removed undone, Optional<Row> next) {
        return next.isPresent() && next.get() instanceof Row.Removed more && more.kind() == undone.kind();
    }

    private boolean waitUntil(long startNanos, Duration due) {
        try {
            long left = due.toNanos() - (System.nanoTime() - startNanos);
            return left <= 0 ? closing.getCount() > 0 : !closing.await(left, TimeUnit.NANOSECONDS);
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
                running.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
