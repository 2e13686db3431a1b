package dev.lookout.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When a watch ends by itself; without any of these it runs until Ctrl-C or until the stream ends. */
final class WatchLimits {
    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "End after so long, e.g. 30s.")
    private @Nullable Duration time;

    @Option(names = "--count", paramLabel = "N", description = "End after N events.")
    private @Nullable Long count;

    @Option(
            names = "--idle",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "End when nothing came for so long; useful in scripts.")
    private @Nullable Duration idle;

    @Option(names = "--json", description = "One JSON object a line on standard output, nothing else.")
    private boolean json;

    boolean json() {
        return json;
    }

    boolean reached(long events, Duration running, Duration sinceLast) {
        return (time != null && running.compareTo(time) >= 0)
                || (count != null && events >= count)
                || (idle != null && sinceLast.compareTo(idle) >= 0);
    }

    /** No event beyond this number is printed. */
    long atMost() {
        return count == null ? Long.MAX_VALUE : count;
    }
}
