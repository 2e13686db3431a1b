package dev.lookout.benchmarks;

import dev.lookout.benchmarks.peer.Matcher;
import dev.lookout.benchmarks.peer.Subscribers;
import dev.lookout.benchmarks.workload.Mix;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Map;

/**
 * Bytes of heap for one subscription: the heap after full collections with the subscriptions, minus the same without, by
 * the serial collector, whose accounting is exact.
 */
final class MemoryProbe {
    private MemoryProbe() {}

    static Map<String, Object> run(Case asked) {
        var workload = asked.workload();
        Matcher<?> matcher = asked.peer().newMatcher(2 * asked.subscriptions());
        long before = usedHeap();
        long bytes;
        try {
            Subscribers.fill(matcher, workload);
            matcher.load(workload.logs(1));
            bytes = usedHeap() - before;
        } finally {
            Reference.reachabilityFence(matcher);
        }
        var answer = Probe.answer(Probe.MEMORY, asked);
        answer.put("bytesPerSubscription", (double) bytes / asked.subscriptions());
        if (asked.mix() == Mix.WIDE) {
            long addresses = 0;
            for (int id = 0; id < asked.subscriptions(); id++) {
                addresses += workload.filter(id).scopes().size();
            }
            answer.put("bytesPerAddress", (double) bytes / addresses);
        }
        return answer;
    }

    private static long usedHeap() {
        // The second collection takes what finalisation and reference handling of the first one set free.
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
