package dev.lookout.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.benchmarks.workload.Mix;
import dev.lookout.benchmarks.workload.Traffic;
import dev.lookout.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PeersAgreeTest {
    private static final int SUBSCRIPTIONS = 600;
    private static final int LOGS = 256;

    static Stream<Arguments> everyPeerOnEveryMix() {
        return Stream.of(Peer.values())
                .flatMap(peer -> Stream.of(Mix.values())
                        // Lucene commits a segment for each removal: churn is not what it is for, nor measured.
                        .filter(mix -> peer != Peer.LUCENE || mix != Mix.CHURN)
                        .map(mix -> Arguments.of(peer, mix)));
    }

    @ParameterizedTest
    @MethodSource("everyPeerOnEveryMix")
    void everyPeerFindsWhatTheLinearScanFinds(Peer peer, Mix mix) {
        var builder = Workload.of(mix, Traffic.HIT, SUBSCRIPTIONS).fanOut(30);
        var workload = (peer.testsHeights() ? builder : builder.withoutRanges()).build();
        try (var matcher = Subscribers.fill(peer, workload);
                var linear = Subscribers.fill(Peer.LINEAR, workload)) {
            matcher.load(workload.logs(LOGS));
            linear.load(workload.logs(LOGS));

            for (int log = 0; log < LOGS; log++) {
                assertThat(ids(matcher, log))
                        .as("%s, %s, log %d, seed %d", peer.label(), mix.label(), log, Workload.SEED)
                        .isEqualTo(ids(linear, log));
            }
            assertThat(total(matcher, peer.logsPerCall()))
                    .as("matches counted by whole calls")
                    .isEqualTo(total(linear, peer.logsPerCall()))
                    .isPositive();
        }
    }

    private static int total(Matcher<?> matcher, int logsPerCall) {
        int total = 0;
        for (int first = 0; first + logsPerCall <= LOGS; first += logsPerCall) {
            total += matcher.match(first, logsPerCall);
        }
        return total;
    }

    private static List<Integer> ids(Matcher<?> matcher, int log) {
        var ids = new ArrayList<Integer>();
        matcher.ids(log, ids::add);
        ids.sort(null);
        return ids;
    }
}
