package dev.lookout.benchmarks.peer;

import dev.lookout.benchmarks.workload.Address;
import dev.lookout.benchmarks.workload.Filter;
import dev.lookout.benchmarks.workload.LogStream;
import dev.lookout.benchmarks.workload.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The shape of what a Besu node does: a stream over all subscriptions for each log, {@code List.contains} for the
 * address, {@code allMatch} over the positions. Our own words; knows no heights.
 */
final class StreamingScan implements Matcher<StreamingScan.Query> {

    /** A subscription's filter, or a log's values. */
    record Query(List<Address> addresses, List<List<Word>> topics) {
        boolean matches(Event log) {
            return acceptsAddress(log.address()) && acceptsTopics(log.topics());
        }

        private boolean acceptsAddress(Address address) {
            return addresses.isEmpty() || addresses.contains(address);
        }

        private boolean acceptsTopics(List<Word> values) {
            return values.size() >= topics.size()
                    && IntStream.range(0, topics.size())
                            .allMatch(i ->
                                    topics.get(i).isEmpty() || topics.get(i).contains(values.get(i)));
        }
    }

    record Event(Address address, List<Word> topics) {}

    private record Subscription(int id, Query query) {}

    private final List<Subscription> subscriptions = new ArrayList<>();
    private List<Event> logs = List.of();

    @Override
    public Query prepare(Filter filter) {
        return new Query(filter.scopes().stream().map(Filter.Scope::address).toList(), filter.topics());
    }

    @Override
    public void subscribe(int id, Query filter) {
        subscriptions.add(new Subscription(id, filter));
    }

    @Override
    public void unsubscribe(int id, Query filter) {
        subscriptions.remove(new Subscription(id, filter));
    }

    @Override
    public void load(LogStream stream) {
        logs = IntStream.range(0, stream.size())
                .mapToObj(log -> new Event(stream.address(log), LogStreams.topics(stream, log)))
                .toList();
    }

    @Override
    public int match(int first, int count) {
        int found = 0;
        for (var log : logs.subList(first, first + count)) {
            found += (int) subscriptions.stream()
                    .filter(subscription -> subscription.query().matches(log))
                    .count();
        }
        return found;
    }

    @Override
    public void ids(int log, IntConsumer found) {
        subscriptions.stream()
                .filter(subscription -> subscription.query().matches(logs.get(log)))
                .forEach(subscription -> found.accept(subscription.id()));
    }
}
