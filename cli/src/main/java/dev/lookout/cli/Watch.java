package dev.lookout.cli;

import dev.lookout.client.Gap;
import dev.lookout.client.Notice;
import dev.lookout.client.StreamListener;
import dev.lookout.model.StreamException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One run of a watch: prints what streams deliver, counts it, and knows when to end.
 *
 * <p>Thread: streams deliver on any thread; lines are printed one at a time.
 */
final class Watch {
    private static final Duration STEP = Duration.ofMillis(50);

    private final Console console;
    private final WatchLimits limits;
    private final Object lock = new Object(); // counts, gaps, lastNanos
    private final Map<String, Long> counts = new TreeMap<>();
    private final AtomicReference<StreamException> failure = new AtomicReference<>();
    private long events;
    private long gaps;
    private long lastNanos = System.nanoTime();

    Watch(Console console, WatchLimits limits) {
        this.console = console;
        this.limits = limits;
    }

    /**
     * A listener that prints.
     *
     * @param name of an event's stream, counted under it
     * @param line of an event, as text or JSON
     */
    <E> StreamListener<E> printing(Function<? super E, String> name, Function<? super E, Line> line) {
        return new StreamListener<>() {
            @Override
            public void onEvent(E event) {
                Line rendered = line.apply(event);
                synchronized (lock) {
                    if (events >= limits.atMost()) {
                        return;
                    }
                    events++;
                    counts.merge(name.apply(event), 1L, Long::sum);
                    lastNanos = System.nanoTime();
                    if (limits.json()) {
                        console.result(rendered.json());
                    } else {
                        console.result(rendered.colour(), rendered.text());
                    }
                }
            }

            @Override
            public void onGap(Gap gap) {
                synchronized (lock) {
                    gaps++;
                }
                console.remark("lookout: events may be missing here: " + gap);
            }

            @Override
            public void onNotice(Notice notice) {
                console.remark("lookout: " + notice);
            }

            @Override
            public void onEnd(Optional<StreamException> reason) {
                reason.ifPresent(cause -> failure.compareAndSet(null, cause));
            }
        };
    }

    /** Waits until told to stop, a limit is reached, or a stream has failed. */
    void run(StopSignal stop) {
        long start = System.nanoTime();
        while (failure.get() == null && !limitReached(start) && !stop.await(STEP)) {
            // STEP is the wait
        }
    }

    /** @return the exit code: 1 if a stream failed, after a line that says how */
    int summary() {
        StreamException cause = failure.get();
        if (cause != null) {
            console.failure(cause);
        }
        synchronized (lock) {
            var line = new StringBuilder("lookout: " + events + (events == 1 ? " event" : " events"));
            counts.forEach(
                    (name, count) -> line.append(", ").append(name).append(' ').append(count));
            if (gaps > 0) {
                line.append("; ").append(gaps).append(" gaps");
            }
            console.remark(line.toString());
        }
        return cause == null ? 0 : 1;
    }

    private boolean limitReached(long startNanos) {
        long now = System.nanoTime();
        synchronized (lock) {
            return limits.reached(events, Duration.ofNanos(now - startNanos), Duration.ofNanos(now - lastNanos));
        }
    }

    /** One event, ready to print either way. */
    record Line(Console.Colour colour, String text, String json) {}
}
