package dev.lookout.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {
    private static final int LOGS = 50_000;

    private final Workload wallets =
            Workload.of(Mix.WALLET, Traffic.HIT, 10_000).build();

    @ParameterizedTest
    @EnumSource(Mix.class)
    void theSameSeedGivesTheSameSubscriptions(Mix mix) {
        var one = Workload.of(mix, Traffic.HIT, 1_000).build();
        var same = Workload.of(mix, Traffic.HIT, 1_000).build();

        assertThat(IntStream.range(0, 1_000).mapToObj(one::filter))
                .isEqualTo(IntStream.range(0, 1_000).mapToObj(same::filter).toList());
    }

    @Test
    void anotherSeedGivesOtherSubscriptions() {
        var other = Workload.of(Mix.WALLET, Traffic.HIT, 10_000).seed(7).build();

        assertThat(other.filter(3)).isNotEqualTo(wallets.filter(3));
    }

    @Test
    void aShorterStreamIsTheBeginningOfALongerOne() {
        var few = wallets.logs(64);

        assertThat(few.words()).isEqualTo(Arrays.copyOf(wallets.logs(1_000).words(), few.words().length));
    }

    @Test
    void logsHaveAsManyTopicsAsRealOnes() {
        var logs = wallets.logs(LOGS);
        var counts = new int[5];
        for (int log = 0; log < LOGS; log++) {
            counts[logs.topics(log)]++;
        }

        assertThat(perCent(counts[0])).isZero();
        assertThat(perCent(counts[1])).isCloseTo(13.6, within(1.0));
        assertThat(perCent(counts[2])).isCloseTo(11.7, within(1.0));
        assertThat(perCent(counts[3])).isCloseTo(66.2, within(1.0));
        assertThat(perCent(counts[4])).isCloseTo(8.5, within(1.0));
    }

    @Test
    void signaturesContractsAndParametersAreAsUnevenAsRealOnes() {
        var logs = wallets.logs(LOGS);
        int transfers = 0;
        int parameters = 0;
        var contracts = new HashMap<Address, Integer>();
        var values = new HashMap<Word, Integer>();
        for (int log = 0; log < LOGS; log++) {
            transfers += logs.topic(log, 0).equals(Signatures.TRANSFER) ? 1 : 0;
            contracts.merge(logs.address(log), 1, Integer::sum);
            if (logs.topics(log) > 1) {
                values.merge(logs.topic(log, 1), 1, Integer::sum);
                parameters++;
            }
        }

        assertThat(perCent(transfers)).as("Transfer").isCloseTo(45.6, within(1.0));
        assertThat(perCent(ten(contracts))).as("ten busiest contracts").isCloseTo(31.3, within(2.0));
        assertThat(100.0 * ten(values) / parameters)
                .as("ten busiest values of topic1")
                .isCloseTo(26, within(3.0));
    }

    private static int ten(Map<?, Integer> counts) {
        return counts.values().stream()
                .sorted((a, b) -> b - a)
                .limit(10)
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static double perCent(int count) {
        return 100.0 * count / LOGS;
    }

    @Test
    void logsOfABlockShareAHeight() {
        var logs = wallets.logs(600);

        assertThat(logs.height(255)).isEqualTo(logs.height(0));
        assertThat(logs.height(256)).isEqualTo(logs.height(0) + 1);
    }

    @Test
    void walletFiltersHaveTheSharesOfTheirShapes() {
        double anyToken = IntStream.range(0, 10_000)
                .filter(id -> wallets.filter(id).scopes().isEmpty())
                .count();
        double recipients = IntStream.range(0, 10_000)
                .filter(id -> wallets.filter(id).topics().size() == 3)
                .count();

        assertThat(anyToken / 100).isCloseTo(60, within(2.0));
        assertThat(recipients / 100).isCloseTo(70, within(2.0));
    }

    @Test
    void wideFiltersHaveEightAddressesInTheMean() {
        var wide = Workload.of(Mix.WIDE, Traffic.HIT, 10_000).build();

        assertThat(IntStream.range(0, 10_000)
                        .map(id -> wide.filter(id).scopes().size())
                        .average())
                .hasValueCloseTo(8.4, within(0.5));
    }

    @Test
    void aTenthOfTheWatchersOfContractsHasHeightsUnlessTheyAreOpened() {
        var builder = Workload.of(Mix.ADDRESS_SIGNATURE, Traffic.HIT, 10_000);

        assertThat(withHeights(builder.build())).isBetween(900L, 1_100L);
        assertThat(withHeights(builder.withoutRanges().build())).isZero();
    }

    private static long withHeights(Workload workload) {
        return IntStream.range(0, workload.subscriptions())
                .filter(id -> workload.filter(id).scopes().stream().anyMatch(scope -> scope.from() != 0))
                .count();
    }

    @Test
    void everySubscriptionIsReplacedOnce() {
        var order = wallets.replacementOrder();

        assertThat(order).hasSize(10_000).doesNotHaveDuplicates();
        assertThat(order).isNotEqualTo(IntStream.range(0, 10_000).toArray());
        Arrays.sort(order);
        assertThat(order).isEqualTo(IntStream.range(0, 10_000).toArray());
    }
}
