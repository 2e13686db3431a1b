package dev.lookout.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The index against the rule, over random filters and logs, while it grows, shrinks and grows again. */
class DifferentialTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("lookout.topics.seeds", 40));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsExactlyWhatTheRuleSays(long seed) {
        var random = new SplittableRandom(seed);
        var world = new RandomWorld(random, 4 + random.nextInt(60));
        var index = TopicIndex.withSeed(IndexLimits.DEFAULT, random.nextLong(), random.nextInt(3) * 300);
        var reader = index.newReader();
        Map<Integer, SpecMatcher.Filter> live = new TreeMap<>();

        for (int round = 0; round < 12; round++) {
            boolean growing = round % 4 < 2;
            for (int i = 0; i < 120; i++) {
                if (random.nextInt(10) < (growing ? 8 : 1) || live.isEmpty()) {
                    var wanted = world.filter();
                    assertThat(live.put(index.subscribe(wanted.filter()), wanted.spec()))
                            .isNull();
                } else {
                    int id = new ArrayList<>(live.keySet()).get(random.nextInt(live.size()));
                    index.unsubscribe(id);
                    live.remove(id);
                }
            }
            check(seed, random, world, reader, live);
        }
        for (int id : live.keySet()) {
            index.unsubscribe(id);
        }
        assertThat(index.stats().keys()).as("seed %d", seed).isZero();
        assertThat(index.stats().tuples()).as("seed %d", seed).isZero();
        assertThat(index.stats().signatures()).as("seed %d", seed).isZero();
        assertThat(index.stats().subscriptions()).as("seed %d", seed).isZero();
    }

    private static void check(
            long seed,
            SplittableRandom random,
            RandomWorld world,
            MatchReader reader,
            Map<Integer, SpecMatcher.Filter> live) {
        boolean block = random.nextInt(3) == 0;
        byte[] address = world.address();
        long height = world.height();
        var batch = new LogBatch(1 + random.nextInt(300));
        var logs = new ArrayList<SpecMatcher.Log>();
        while (batch.size() < batch.capacity()) {
            logs.add(block ? world.addLog(batch, address, height) : world.addLog(batch));
        }
        var matches = new Matches(1 + random.nextInt(300), 1 + random.nextInt(random.nextBoolean() ? 50 : 5000));
        List<List<Integer>> found = MatchesOf.all(reader, batch, matches, block);

        for (int i = 0; i < logs.size(); i++) {
            var expected = new ArrayList<Integer>();
            for (var entry : live.entrySet()) {
                if (SpecMatcher.matches(entry.getValue(), logs.get(i))) {
                    expected.add(entry.getKey());
                }
            }
            assertThat(Arrays.toString(SpecMatcher.sorted(found.get(i))))
                    .as("seed %d, log %d: %s", seed, i, logs.get(i))
                    .isEqualTo(Arrays.toString(SpecMatcher.sorted(expected)));
        }
    }
}
