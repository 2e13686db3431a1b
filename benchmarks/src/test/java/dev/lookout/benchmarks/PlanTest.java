package dev.lookout.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.benchmarks.peer.Peer;
import dev.lookout.benchmarks.workload.Mix;
import dev.lookout.benchmarks.workload.Traffic;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void theFullPlanHasEveryPeerOnTheWalletMixAtEverySize() {
        var plan = Plan.full(false);

        for (int size : new int[] {100, 1_000, 10_000, 100_000, 1_000_000}) {
            assertThat(plan.timings())
                    .filteredOn(timing -> timing.asked().mix() == Mix.WALLET
                            && timing.asked().traffic() == Traffic.HIT
                            && timing.asked().subscriptions() == size)
                    .extracting(timing -> timing.asked().peer())
                    .containsExactly(Peer.values());
        }
    }

    @Test
    void everyMixIsMeasured() {
        for (var plan : new Plan[] {Plan.full(true), Plan.quick(true)}) {
            assertThat(plan.timings())
                    .extracting(timing -> timing.asked().mix())
                    .contains(Mix.values());
        }
    }

    @Test
    void realLogsAreLeftOutWhereThereAreNone() {
        assertThat(Plan.full(true).timings()).anyMatch(timing -> timing.asked().traffic() == Traffic.REAL);
        assertThat(Plan.full(false).timings())
                .noneMatch(timing -> timing.asked().traffic() == Traffic.REAL);
    }

    @Test
    void aSelectionKeepsWhatItNames() {
        var selection = new Selection(Set.of("match"), Set.of("ours"), Set.of("wallet"), Set.of("100"), 2);

        var plan = Plan.full(true).only(selection);

        assertThat(plan.size()).isEqualTo(2);
        assertThat(plan.timings()).allMatch(timing -> timing.effort().forks() == 2);
    }

    @Test
    void noCaseIsPlannedTwice() {
        assertThat(Plan.full(true).timings()).doesNotHaveDuplicates();
        assertThat(Plan.quick(true).timings()).doesNotHaveDuplicates();
    }
}
