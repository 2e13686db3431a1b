package dev.lookout.benchmarks.peer;

import dev.lookout.benchmarks.workload.Address;
import dev.lookout.benchmarks.workload.Filter;
import dev.lookout.benchmarks.workload.LogStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * What a good engineer writes in an hour: {@code HashMap<Address, int[]>}, each candidate then compared exactly.
 * Subscriptions to any address are on a list of their own that every log has to walk.
 */
final class AddressMap implements Matcher<ExactFilter> {
    private final FilterTable<ExactFilter> filters = new FilterTable<>();
    private final Map<Address, Ids> byAddress = new HashMap<>();
    private final Ids anyAddress = new Ids();
    private LogStream logs = LogStream.EMPTY;
    private Address[] addresses = {};

    @Override
    public ExactFilter prepare(Filter filter) {
        return new ExactFilter(filter);
    }

    @Override
    public void subscribe(int id, ExactFilter filter) {
        filters.add(id, filter);
        if (filter.scopes().isEmpty()) {
            anyAddress.add(id);
        }
        filter.scopes()
                .keySet()
                .forEach(address ->
                        byAddress.computeIfAbsent(address, key -> new Ids()).add(id));
    }

    @Override
    public void unsubscribe(int id, ExactFilter filter) {
        filters.remove(id);
        if (filter.scopes().isEmpty()) {
            anyAddress.remove(id);
        }
        for (var address : filter.scopes().keySet()) {
            byAddress.computeIfPresent(address, (key, ids) -> ids.remove(id).size == 0 ? null : ids);
        }
    }

    @Override
    public void load(LogStream stream) {
        logs = stream;
        addresses = LogStreams.addresses(stream);
    }

    @Override
    public int match(int first, int count) {
        var counter = new Counter();
        for (int log = first; log < first + count; log++) {
            ids(log, counter);
        }
        return counter.count;
    }

    @Override
    public void ids(int log, IntConsumer found) {
        var candidates = byAddress.get(addresses[log]);
        if (candidates != null) {
            verify(candidates, log, found);
        }
        verify(anyAddress, log, found);
    }

    private void verify(Ids candidates, int log, IntConsumer found) {
        for (int i = 0; i < candidates.size; i++) {
            int id = candidates.ids[i];
            var filter = filters.filterOf(id);
            if (filter.acceptsTopics(logs, log) && filter.acceptsAddress(addresses[log], logs.height(log))) {
                found.accept(id);
            }
        }
    }

    private static final class Counter implements IntConsumer {
        private int count;

        @Override
        public void accept(int id) {
            count++;
        }
    }

    private static final class Ids {
        private int[] ids = new int[1];
        private int size;

        void add(int id) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, 2 * size);
            }
            ids[size++] = id;
        }

        Ids remove(int id) {
            for (int i = 0; i < size; i++) {
                if (ids[i] == id) {
                    ids[i] = ids[--size];
                    break;
                }
            }
            return this;
        }
    }
}
