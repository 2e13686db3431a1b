package dev.lookout.benchmarks.peer;

import dev.lookout.benchmarks.workload.Address;
import dev.lookout.benchmarks.workload.Filter;
import dev.lookout.benchmarks.workload.LogStream;
import java.util.function.IntConsumer;

/**
 * What a go-vite node does, ported: for each log each subscription in turn, with an address lookup, a test of the
 * height, and a loop over positions and alternatives. Kinder than Go in one thing: the hash of a log's address is
 * computed ahead of time.
 */
final class LinearScan implements Matcher<ExactFilter> {
    private final FilterTable<ExactFilter> filters = new FilterTable<>();
    private LogStream logs = LogStream.EMPTY;
    private Address[] addresses = {};

    @Override
    public ExactFilter prepare(Filter filter) {
        return new ExactFilter(filter);
    }

    @Override
    public void subscribe(int id, ExactFilter filter) {
        filters.add(id, filter);
    }

    @Override
    public void unsubscribe(int id, ExactFilter filter) {
        filters.remove(id);
    }

    @Override
    public void load(LogStream stream) {
        logs = stream;
        addresses = LogStreams.addresses(stream);
    }

    @Override
    public int match(int first, int count) {
        int found = 0;
        for (int log = first; log < first + count; log++) {
            for (int i = 0; i < filters.size(); i++) {
                if (matches(filters.filter(i), log)) {
                    found++;
                }
            }
        }
        return found;
    }

    @Override
    public void ids(int log, IntConsumer found) {
        for (int i = 0; i < filters.size(); i++) {
            if (matches(filters.filter(i), log)) {
                found.accept(filters.id(i));
            }
        }
    }

    private boolean matches(ExactFilter filter, int log) {
        return filter.acceptsAddress(addresses[log], logs.height(log)) && filter.acceptsTopics(logs, log);
    }
}
