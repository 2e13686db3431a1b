package dev.lookout.benchmarks.peer;

import dev.lookout.benchmarks.workload.Address;
import dev.lookout.benchmarks.workload.Filter;
import dev.lookout.benchmarks.workload.LogStream;
import java.util.function.IntConsumer;

/**
 * The shape of what reth and java-tron do: each subscription is first held against the 2048-bit bloom filter of the
 * whole block (three bits for each address and topic), and only if that lets it pass against the block's logs. A block
 * is what one call of {@link #match} is given; its bloom comes with it, as in a block's header.
 */
final class BloomScan implements Matcher<BloomScan.Entry> {
    private static final int BLOCK = 256;
    private static final int WORDS = 32;
    private static final int BITS = 11;

    /** A filter with the bloom hashes of its values, computed once. */
    static final class Entry {
        private final ExactFilter filter;
        private final long[] addresses;
        private final long[][] topics;

        Entry(Filter asked) {
            filter = new ExactFilter(asked);
            addresses = asked.scopes().stream()
                    .mapToLong(scope -> spread(scope.address().hashCode()))
                    .toArray();
            topics = asked.topics().stream()
                    .map(position -> position.stream()
                            .mapToLong(word -> spread(word.hashCode()))
                            .toArray())
                    .toArray(long[][]::new);
        }
    }

    private final FilterTable<Entry> filters = new FilterTable<>();
    private LogStream logs = LogStream.EMPTY;
    private Address[] addresses = {};
    private long[][] blooms = {};

    @Override
    public Entry prepare(Filter filter) {
        return new Entry(filter);
    }

    @Override
    public void subscribe(int id, Entry filter) {
        filters.add(id, filter);
    }

    @Override
    public void unsubscribe(int id, Entry filter) {
        filters.remove(id);
    }

    @Override
    public void load(LogStream stream) {
        logs = stream;
        addresses = LogStreams.addresses(stream);
        blooms = new long[(stream.size() + BLOCK - 1) / BLOCK][WORDS];
        for (int log = 0; log < stream.size(); log++) {
            var bloom = blooms[log / BLOCK];
            set(bloom, spread(addresses[log].hashCode()));
            for (int position = 0; position < stream.topics(log); position++) {
                set(bloom, spread(stream.topic(log, position).hashCode()));
            }
        }
    }

    /** @param first first log of a block of 256 */
    @Override
    public int match(int first, int count) {
        var bloom = blooms[first / BLOCK];
        int found = 0;
        for (int i = 0; i < filters.size(); i++) {
            var entry = filters.filter(i);
            if (!passes(bloom, entry)) {
                continue;
            }
            for (int log = first; log < first + count; log++) {
                if (matches(entry, log)) {
                    found++;
                }
            }
        }
        return found;
    }

    @Override
    public void ids(int log, IntConsumer found) {
        for (int i = 0; i < filters.size(); i++) {
            var entry = filters.filter(i);
            if (passes(blooms[log / BLOCK], entry) && matches(entry, log)) {
                found.accept(filters.id(i));
            }
        }
    }

    private boolean matches(Entry entry, int log) {
        return entry.filter.acceptsAddress(addresses[log], logs.height(log)) && entry.filter.acceptsTopics(logs, log);
    }

    private static boolean passes(long[] bloom, Entry entry) {
        if (!anyIn(bloom, entry.addresses)) {
            return false;
        }
        for (long[] position : entry.topics) {
            if (!anyIn(bloom, position)) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyIn(long[] bloom, long[] hashes) {
        for (long hash : hashes) {
            if (isSet(bloom, hash) && isSet(bloom, hash >>> BITS) && isSet(bloom, hash >>> (2 * BITS))) {
                return true;
            }
        }
        return hashes.length == 0;
    }

    private static boolean isSet(long[] bloom, long bit) {
        return ((bloom[(int) (bit >>> 6) & (WORDS - 1)] >>> bit) & 1) != 0;
    }

    private static void set(long[] bloom, long hash) {
        for (int i = 0; i < 3; i++) {
            long bit = hash >>> (i * BITS);
            bloom[(int) (bit >>> 6) & (WORDS - 1)] |= 1L << bit;
        }
    }

    private static long spread(int hash) {
        return dev.lookout.benchmarks.workload.Mixing.mix(hash);
    }
}
