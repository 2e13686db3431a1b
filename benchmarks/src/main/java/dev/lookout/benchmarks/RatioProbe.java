package dev.lookout.benchmarks;

import dev.lookout.benchmarks.peer.Matcher;
import dev.lookout.benchmarks.peer.Peer;
import dev.lookout.benchmarks.peer.Subscribers;
import dev.lookout.benchmarks.report.Figures;
import java.util.Map;

/**
 * How many times faster than the linear scan: both in one process, on the same logs, in turns, so that what slows one
 * down slows the other one down too.
 */
final class RatioProbe {
    private RatioProbe() {}

    private static final int WARM_UP_ROUNDS = 3;
    private static final int ROUNDS = 9;
    private static final int CALL = 256;
    private static final int LOGS = 1 << 18;

    static Map<String, Object> run(Case asked) {
        var workload = asked.workload();
        var logs = workload.logs(LOGS);
        try (Matcher<?> ours = Subscribers.fill(Peer.OURS, workload);
                Matcher<?> linear = Subscribers.fill(Peer.LINEAR, workload)) {
            ours.load(logs);
            linear.load(logs);
            if (Subscribers.fingerprint(ours, CALL) != Subscribers.fingerprint(linear, CALL)) {
                throw new IllegalStateException(asked + ": ours and the linear scan find different subscriptions");
            }
            var oursNanos = new double[ROUNDS];
            var linearNanos = new double[ROUNDS];
            int scanned = Math.max(4, 10_000_000 / asked.subscriptions());
            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                double scan = perLog(linear, scanned, 1, 1);
                double match = perLog(ours, LOGS, CALL, 4);
                if (round >= 0) {
                    linearNanos[round] = scan;
                    oursNanos[round] = match;
                }
            }
            var answer = Probe.answer(Probe.RATIO, asked);
            answer.put("linearNanosPerLog", Figures.median(linearNanos));
            answer.put("oursNanosPerLog", Figures.median(oursNanos));
            answer.put("ratio", Figures.median(linearNanos) / Figures.median(oursNanos));
            return answer;
        }
    }

    private static double perLog(Matcher<?> matcher, int logs, int logsPerCall, int times) {
        long found = 0;
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            for (int first = 0; first + logsPerCall <= logs; first += logsPerCall) {
                found += matcher.match(first, logsPerCall);
            }
        }
        long nanos = System.nanoTime() - start;
        if (found < 0) {
            throw new AssertionError("never: keeps the answers alive");
        }
        return (double) nanos / ((long) times * logs);
    }
}
