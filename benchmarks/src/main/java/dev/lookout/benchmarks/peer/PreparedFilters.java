package dev.lookout.benchmarks.peer;

import dev.lookout.benchmarks.workload.Workload;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Filters of a workload in a peer's own form, so that subscribing can be timed without making them.
 *
 * @param <F> the peer's own form
 */
public final class PreparedFilters<F> {
    /** No filters, of no matcher in particular. */
    public static final PreparedFilters<?> NONE = new PreparedFilters<>(new LinearScan(), 0, List.of());

    private final Matcher<F> matcher;
    private final int firstId;
    private final List<F> filters;

    private PreparedFilters(Matcher<F> matcher, int firstId, List<F> filters) {
        this.matcher = matcher;
        this.firstId = firstId;
        this.filters = filters;
    }

    /** The filters {@code firstId} to {@code firstId + count - 1}, none of them subscribed. */
    public static <F> PreparedFilters<F> of(Matcher<F> matcher, Workload workload, int firstId, int count) {
        var filters = IntStream.range(firstId, firstId + count)
                .mapToObj(id -> matcher.prepare(workload.filter(id)))
                .toList();
        return new PreparedFilters<>(matcher, firstId, filters);
    }

    public int size() {
        return filters.size();
    }

    /** @param index from 0 on */
    public void subscribe(int index) {
        matcher.subscribe(firstId + index, filters.get(index));
    }

    /** @param index of a filter that is subscribed */
    public void unsubscribe(int index) {
        matcher.unsubscribe(firstId + index, filters.get(index));
    }
}
