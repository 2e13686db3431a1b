package dev.lookout.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MatchBenchmarkTest {
    private final MatchBenchmark benchmark = new MatchBenchmark();

    MatchBenchmarkTest() {
        benchmark.peer = "hash-map";
        benchmark.mix = "wallet";
        benchmark.traffic = "hit";
        benchmark.subscriptions = 100;
        benchmark.fanOut = 1;
        benchmark.logsPerCall = 256;
    }

    @AfterEach
    void forgetTheExpectation() {
        System.clearProperty(MatchBenchmark.EXPECTED);
    }

    @Test
    void nothingIsMeasuredWhenTheAnswersDiffer() {
        System.setProperty(MatchBenchmark.EXPECTED, "0");

        assertThatThrownBy(benchmark::subscribeAll)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hash-map")
                .hasMessageContaining("differ from ours");
    }

    @Test
    void callsWalkThroughTheStreamAndBeginAgain() {
        benchmark.subscribeAll();

        long found = 0;
        for (int call = 0; call < 300; call++) {
            found += benchmark.match();
        }

        assertThat(found).isPositive();
    }
}
