package dev.lookout.benchmarks.peer;

import dev.lookout.benchmarks.workload.Address;
import dev.lookout.benchmarks.workload.LogStream;
import dev.lookout.benchmarks.workload.Word;
import java.util.List;
import java.util.stream.IntStream;

/** Forms of a stream that several peers want. */
final class LogStreams {
    private LogStreams() {}

    static Address[] addresses(LogStream logs) {
        return IntStream.range(0, logs.size()).mapToObj(logs::address).toArray(Address[]::new);
    }

    static List<Word> topics(LogStream logs, int log) {
        return IntStream.range(0, logs.topics(log))
                .mapToObj(position -> logs.topic(log, position))
                .toList();
    }
}
