package dev.lookout.benchmarks;

import dev.lookout.benchmarks.peer.Matcher;
import dev.lookout.benchmarks.peer.PreparedFilters;
import dev.lookout.benchmarks.report.Figures;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Subscribing alone: the time of each single call while the table grows from nothing, then ends and subscriptions of a
 * tenth, in turn. The young generation is large enough that no collection falls into the growth; one that does is
 * reported.
 */
final class SubscribeProbe {
    private SubscribeProbe() {}

    private static final int ROUNDS = 7;

    static Map<String, Object> run(Case asked) {
        var workload = asked.workload();
        int count = asked.subscriptions();
        try (Matcher<?> matcher = asked.peer().newMatcher(2 * count)) {
            var filters = PreparedFilters.of(matcher, workload, 0, count);
            // Once before, at a tenth of the size, so that the compiler is not what is measured.
            warmUp(asked, filters.size() / 10);
            System.gc();
            long collections = collections();
            var nanos = grow(filters);
            var answer = Probe.answer(Probe.SUBSCRIBE, asked);
            answer.put("collectionsDuringGrowth", collections() - collections);
            growth(answer, nanos);
            steady(answer, filters, count / 10);
            return answer;
        }
    }

    private static void warmUp(Case asked, int count) {
        var small = new Case(asked.peer(), asked.mix(), asked.traffic(), count, 1).workload();
        try (Matcher<?> matcher = asked.peer().newMatcher(count)) {
            var filters = PreparedFilters.of(matcher, small, 0, count);
            grow(filters);
            change(filters, count, PreparedFilters::unsubscribe);
        }
    }

    private static long[] grow(PreparedFilters<?> filters) {
        var nanos = new long[filters.size()];
        long last = System.nanoTime();
        for (int i = 0; i < nanos.length; i++) {
            filters.subscribe(i);
            long now = System.nanoTime();
            nanos[i] = now - last;
            last = now;
        }
        return nanos;
    }

    private static void growth(Map<String, Object> answer, long[] nanos) {
        answer.put("growthNanosPerSubscribe", (double) Arrays.stream(nanos).sum() / nanos.length);
        Arrays.sort(nanos);
        for (double share : new double[] {0.5, 0.99, 0.999, 0.9999, 0.99999}) {
            answer.put(
                    String.format(Locale.ROOT, "growthNanosP%s", share * 100),
                    nanos[(int) (share * (nanos.length - 1))]);
        }
        answer.put("growthNanosMax", nanos[nanos.length - 1]);
    }

    private static void steady(Map<String, Object> answer, PreparedFilters<?> filters, int part) {
        var subscribe = new double[ROUNDS];
        var unsubscribe = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            unsubscribe[round] = change(filters, part, PreparedFilters::unsubscribe);
            subscribe[round] = change(filters, part, PreparedFilters::subscribe);
        }
        answer.put("steadyNanosPerSubscribe", Figures.median(subscribe));
        answer.put("steadyNanosPerUnsubscribe", Figures.median(unsubscribe));
    }

    private static double change(PreparedFilters<?> filters, int part, Change change) {
        long start = System.nanoTime();
        for (int i = 0; i < part; i++) {
            change.apply(filters, i);
        }
        return (double) (System.nanoTime() - start) / Math.max(1, part);
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private interface Change {
        void apply(PreparedFilters<?> filters, int index);
    }
}
