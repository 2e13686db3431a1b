package dev.lookout.benchmarks.peer;

import dev.lookout.benchmarks.workload.Filter;
import dev.lookout.benchmarks.workload.LogStream;
import dev.lookout.benchmarks.workload.Word;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Filters and logs in the words of MQTT: {@code address/t0/t1}. A wildcard is {@code +}; a {@code #} at the end gives
 * "at least as many topics"; alternatives and addresses multiply into one string each, of which a log fits at most one.
 * Heights cannot be said.
 */
public final class TopicStrings {
    private TopicStrings() {}

    public static String[] filters(Filter filter) {
        List<String> heads = filter.scopes().isEmpty()
                ? List.of("+")
                : filter.scopes().stream()
                        .map(scope -> scope.address().toString())
                        .toList();
        for (List<Word> position : filter.topics()) {
            List<String> values = position.isEmpty()
                    ? List.of("+")
                    : position.stream().map(Word::toString).toList();
            heads = heads.stream()
                    .flatMap(head -> values.stream().map(value -> head + '/' + value))
                    .toList();
        }
        return heads.stream().map(head -> head + "/#").toArray(String[]::new);
    }

    public static String[] logs(LogStream logs) {
        return IntStream.range(0, logs.size()).mapToObj(log -> topic(logs, log)).toArray(String[]::new);
    }

    private static String topic(LogStream logs, int log) {
        var topic = new StringBuilder(logs.address(log).toString());
        for (int position = 0; position < logs.topics(log); position++) {
            topic.append('/').append(logs.topic(log, position));
        }
        return topic.toString();
    }
}
