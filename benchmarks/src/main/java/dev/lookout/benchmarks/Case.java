package dev.lookout.benchmarks;

import dev.lookout.benchmarks.peer.Peer;
import dev.lookout.benchmarks.workload.Mix;
import dev.lookout.benchmarks.workload.Traffic;
import dev.lookout.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One thing to measure: who, on what.
 *
 * @param fanOut subscribers to each key of the fan-out mix, 1 for the others
 */
record Case(Peer peer, Mix mix, Traffic traffic, int subscriptions, int fanOut) {
    /** Where the real logs are; forks are told by this property. */
    static final String REAL_LOGS = "lookout.benchmarks.realLogs";

    Case(Peer peer, String mix, String traffic, int subscriptions, int fanOut) {
        this(peer, Mix.of(mix), Traffic.of(traffic), subscriptions, fanOut);
    }

    /** The workload, without heights for a peer that knows none. */
    Workload workload() {
        var builder = Workload.of(mix, traffic, subscriptions)
                .fanOut(fanOut)
                .realLogs(Path.of(System.getProperty(REAL_LOGS, "evm-logs.jsonl.gz")));
        return (peer.testsHeights() ? builder : builder.withoutRanges()).build();
    }

    @Override
    public String toString() {
        var text = String.format(
                Locale.ROOT, "%-12s %-17s %-4s %,9d", peer.label(), mix.label(), traffic.label(), subscriptions);
        return mix == Mix.FAN_OUT ? text + " x" + fanOut : text;
    }
}
