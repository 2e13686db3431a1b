package dev.lookout.benchmarks.peer;

import dev.lookout.benchmarks.workload.Mixing;
import dev.lookout.benchmarks.workload.Workload;

/** A peer's matcher filled with a workload. */
public final class Subscribers {
    private Subscribers() {}

    /**
     * Subscribes everything the workload has, aged as the mix asks for. Filters are made one at a time and dropped, so
     * that what stays on the heap is the peer's own.
     */
    public static Matcher<?> fill(Peer peer, Workload workload) {
        return fill(peer.newMatcher(workload.subscriptions()), workload);
    }

    /** The same for a matcher made before. */
    public static <F> Matcher<F> fill(Matcher<F> matcher, Workload workload) {
        int count = workload.subscriptions();
        for (int id = 0; id < count; id++) {
            matcher.subscribe(id, matcher.prepare(workload.filter(id)));
        }
        if (workload.generations() > 0) {
            for (int id : workload.replacementOrder()) {
                matcher.unsubscribe(id, matcher.prepare(workload.filter(id)));
                matcher.subscribe(id, matcher.prepare(workload.filter(count + id)));
            }
        }
        return matcher;
    }

    /**
     * A number that two matchers share only if they find the same subscriptions for the first so many logs of their
     * streams (but for a chance of 1 in 2^64): order does not count.
     */
    public static long fingerprint(Matcher<?> matcher, int logs) {
        var sum = new long[1];
        for (int log = 0; log < logs; log++) {
            long salt = Mixing.mix(log);
            matcher.ids(log, id -> sum[0] += Mixing.mix(salt ^ id));
        }
        return sum[0];
    }
}
