package dev.lookout.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Readers match while a writer subscribes and unsubscribes. What was live during a whole match must be found, what had ended
 * before it must not, and while a reader holds an id, the id means nobody else.
 *
 * <p>The writer ticks a clock before and after each change, the readers note it before and after each match; all is compared
 * when everybody is done and the whole history is known.
 */
class ConcurrentChangeTest {
    private static final int CHANGES = 20_000;
    private static final int OBSERVATIONS = 60;

    /** One subscription with the ticks around its subscribe and unsubscribe. */
    private static final class Life {
        final int id;
        final SpecMatcher.Filter filter;
        final long calledBegin;
        final long begun;
        long calledEnd = Long.MAX_VALUE;
        long ended = Long.MAX_VALUE;

        Life(int id, SpecMatcher.Filter filter, long calledBegin, long begun) {
            this.id = id;
            this.filter = filter;
            this.calledBegin = calledBegin;
            this.begun = begun;
        }
    }

    /** What a reader saw: the ticks before and after a match, and while it still held the ids. */
    private record Observation(
            List<SpecMatcher.Log> logs, List<List<Integer>> found, long before, long after, long held) {}

    private final AtomicLong clock = new AtomicLong();
    private final AtomicBoolean done = new AtomicBoolean();

    @ParameterizedTest
    @CsvSource({"1, 0, 6", "2, 1000000000, 6", "3, 0, 60", "4, 1000000000, 60", "5, 200, 20"})
    void readersSeeEveryChangeWholeOrNotAtAll(long seed, int stagedFrom, int values) throws Exception {
        var index = TopicIndex.withSeed(IndexLimits.DEFAULT, seed, stagedFrom);
        var random = new SplittableRandom(seed);
        var world = new RandomWorld(random, values);
        List<CompletableFuture<List<Observation>>> readers = new ArrayList<>();
        for (int size : new int[] {1, 24}) {
            var readerWorld = world.with(new SplittableRandom(seed + size));
            readers.add(CompletableFuture.supplyAsync(() -> read(index, readerWorld, size)));
        }

        List<Life> lives = change(index, random, world);
        done.set(true);

        Map<Integer, List<Life>> byId = new HashMap<>();
        for (Life life : lives) {
            byId.computeIfAbsent(life.id, id -> new ArrayList<>()).add(life);
        }
        for (var reader : readers) {
            for (Observation observation : reader.get(60, TimeUnit.SECONDS)) {
                check(seed, observation, lives, byId);
            }
        }
    }

    private List<Life> change(TopicIndex index, SplittableRandom random, RandomWorld world) {
        var lives = new ArrayList<Life>();
        var live = new ArrayList<Life>();
        for (int change = 0; change < CHANGES; change++) {
            boolean growing = change / 2000 % 2 == 0;
            if (live.isEmpty() || random.nextInt(10) < (growing ? 7 : 3)) {
                var wanted = world.filter();
                long called = clock.incrementAndGet();
                int id = index.subscribe(wanted.filter());
                var life = new Life(id, wanted.spec(), called, clock.incrementAndGet());
                lives.add(life);
                live.add(life);
            } else {
                int last = live.size() - 1;
                int any = random.nextInt(live.size());
                Life life = live.set(any, live.get(last));
                live.remove(last);
                life.calledEnd = clock.incrementAndGet();
                index.unsubscribe(life.id);
                life.ended = clock.incrementAndGet();
            }
        }
        return lives;
    }

    private List<Observation> read(TopicIndex index, RandomWorld world, int size) {
        var seen = new ArrayList<Observation>();
        var matches = new Matches(size, 1 << 15);
        var batch = new LogBatch(size);
        try (var reader = index.newReader()) {
            for (int round = 0; !done.get(); round++) {
                batch.clear();
                var logs = new ArrayList<SpecMatcher.Log>();
                while (batch.size() < size) {
                    logs.add(world.addLog(batch));
                }
                long before = clock.get();
                List<List<Integer>> found = MatchesOf.all(reader, batch, matches, false);
                long after = clock.get();
                for (int spins = round % 8 == 0 ? 2000 : 0; spins > 0; spins--) {
                    Thread.onSpinWait();
                }
                long held = clock.get();
                if (round % 16 == 1) {
                    reader.idle();
                }
                if (seen.isEmpty() || clock.get() > 2L * CHANGES / OBSERVATIONS * seen.size()) {
                    seen.add(new Observation(logs, found, before, after, held));
                }
            }
        }
        return seen;
    }

    private static void check(long seed, Observation seen, List<Life> lives, Map<Integer, List<Life>> byId) {
        List<Life> throughout = lives.stream()
                .filter(life -> life.begun <= seen.before() && life.calledEnd > seen.after())
                .toList();
        for (int i = 0; i < seen.logs().size(); i++) {
            SpecMatcher.Log log = seen.logs().get(i);
            var found = new HashSet<>(seen.found().get(i));
            assertThat(found)
                    .as("seed %d: each id once for %s", seed, log)
                    .hasSameSizeAs(seen.found().get(i));
            for (Life life : throughout) {
                if (SpecMatcher.matches(life.filter, log)) {
                    assertThat(found)
                            .as("seed %d: live during the whole match of %s", seed, log)
                            .contains(life.id);
                }
            }
            for (int id : found) {
                List<Life> sameId = byId.getOrDefault(id, List.of());
                assertThat(sameId)
                        .as("seed %d: id %d, held from %d to %d, of %s", seed, id, seen.before(), seen.held(), log)
                        .anyMatch(life -> couldBe(life, sameId, seen) && SpecMatcher.matches(life.filter, log));
            }
        }
    }

    /** Whether the id can mean this one: alive during the match, and followed by nobody while the id was held. */
    private static boolean couldBe(Life life, List<Life> sameId, Observation seen) {
        return life.calledBegin <= seen.after()
                && life.ended > seen.before()
                && sameId.stream()
                        .noneMatch(other -> other.calledBegin > life.calledBegin && other.begun <= seen.held());
    }
}
