package dev.lookout.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.benchmarks.workload.Mix;
import dev.lookout.benchmarks.workload.Traffic;
import dev.lookout.benchmarks.workload.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MatchesPerLogTest {
    private static final int SUBSCRIPTIONS = 20_000;
    private static final int LOGS = 4_096;

    @ParameterizedTest
    @CsvSource({"WALLET, 1.3, 2.6", "ADDRESS_SIGNATURE, 0.7, 1.5", "WIDE, 3.5, 5.5", "CHURN, 1.3, 2.6"})
    void subscribersOfTheStreamGetAFewMatches(Mix mix, double least, double most) {
        assertThat(matchesPerLog(mix, Traffic.HIT)).isBetween(least, most);
    }

    @ParameterizedTest
    @EnumSource(Mix.class)
    void subscribersOfOtherValuesGetNone(Mix mix) {
        assertThat(matchesPerLog(mix, Traffic.MISS)).isZero();
    }

    private static double matchesPerLog(Mix mix, Traffic traffic) {
        var workload = Workload.of(mix, traffic, SUBSCRIPTIONS).build();
        try (var matcher = Subscribers.fill(Peer.OURS, workload)) {
            matcher.load(workload.logs(LOGS));
            double found = 0;
            for (int first = 0; first < LOGS; first += 256) {
                found += matcher.match(first, 256);
            }
            return found / LOGS;
        }
    }
}
