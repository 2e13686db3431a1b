package dev.lookout.gateway.vite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookout.gateway.vite.LogFilter.Range;
import dev.lookout.gateway.vite.ViteMessages.LogMessage;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import dev.lookout.topics.IndexLimits;
import dev.lookout.topics.TopicIndex;
import dev.lookout.transport.RpcError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The indexed matcher against the rule of the sheet, read out by {@link PlainLogMatcher}. */
class IndexedLogMatcherTest {
    private static final List<Address> ADDRESSES =
            List.of(address(1), address(2), address(3), address(4), Blocks.U, Blocks.K);
    private static final List<Hash> TOPICS =
            List.of("a", "b", "c", "d", "e").stream().map(Blocks::hash).toList();
    /** Around zero, the sign bit and the end, where a signed comparison is wrong. */
    private static final List<Height> HEIGHTS = List.of(
            Height.ZERO,
            Height.of(1L),
            Height.of(7L),
            Height.parse("9223372036854775807"),
            Height.parse("9223372036854775808"),
            Height.parse("9223372036854775809"),
            Height.MAX);

    private final IndexedLogMatcher matcher = new IndexedLogMatcher(TopicIndex.create());

    private static Address address(int number) {
        var bytes = new byte[21];
        bytes[0] = 7;
        bytes[19] = (byte) number;
        return Address.of(bytes);
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static Range range(Random random) {
        Height from = any(HEIGHTS, random);
        Height to = any(HEIGHTS, random);
        return random.nextInt(3) == 0 || (!to.isZero() && to.compareTo(from) < 0) ? Range.ALL : new Range(from, to);
    }

    private static ViteTopic.Logs topic(Random random) {
        var ranges = new LinkedHashMap<Address, Range>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            ranges.put(any(ADDRESSES, random), range(random));
        }
        var positions = new ArrayList<Set<Hash>>();
        for (int i = random.nextInt(7); i > 0; i--) { // up to 6: five and more match nothing
            var alternatives = new LinkedHashSet<Hash>();
            for (int j = random.nextInt(4); j > 0; j--) {
                alternatives.add(any(TOPICS, random));
            }
            positions.add(alternatives);
        }
        return new ViteTopic.Logs(any(List.of(Generation.values()), random), new LogFilter(ranges, positions));
    }

    private static List<LogMessage> logs(Random random, int count) {
        var logs = new ArrayList<LogMessage>();
        for (int i = 0; i < count; i++) {
            var topics = new ArrayList<Hash>();
            for (int j = random.nextInt(5); j > 0; j--) {
                topics.add(any(TOPICS, random));
            }
            logs.add(log(any(ADDRESSES, random), any(HEIGHTS, random), topics));
        }
        return logs;
    }

    private static LogMessage log(Address address, Height height, List<Hash> topics) {
        return new LogMessage(Blocks.hash("block"), height, address, new VmLogContent(topics, null), false);
    }

    /** For each log, in order, who wants it. */
    private static List<Set<ViteTopic.Logs>> found(LogMatcher matcher, List<LogMessage> logs) {
        var found = new ArrayList<Set<ViteTopic.Logs>>();
        logs.forEach(log -> found.add(new HashSet<>()));
        var places = new IdentityHashMap<LogMessage, Integer>();
        logs.forEach(log -> places.put(log, places.size()));
        var reached = new int[1];
        matcher.matching(logs, (log, topic) -> {
            int place = Objects.requireNonNull(places.get(log));
            assertThat(place).as("in order").isGreaterThanOrEqualTo(reached[0]);
            reached[0] = place;
            assertThat(found.get(place).add(topic)).as("named once").isTrue();
        });
        return found;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsWhatThePlainRuleFindsWhileTopicsComeAndGo(long seed) {
        var random = new Random(seed);
        var plain = new PlainLogMatcher();
        var standing = new ArrayList<ViteTopic.Logs>();
        int matches = 0;
        for (int round = 0; round < 60; round++) {
            for (int i = random.nextInt(40); i > 0; i--) {
                if (standing.isEmpty() || random.nextInt(5) > 1) {
                    ViteTopic.Logs topic = topic(random);
                    if (!standing.contains(topic)) {
                        standing.add(topic);
                        plain.add(topic);
                        matcher.add(topic);
                    }
                } else {
                    ViteTopic.Logs gone = standing.remove(random.nextInt(standing.size()));
                    plain.remove(gone);
                    matcher.remove(gone);
                }
            }
            List<LogMessage> logs = logs(random, random.nextInt(150));

            List<Set<ViteTopic.Logs>> expected = found(plain, logs);

            assertThat(found(matcher, logs))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected);
            matches += expected.stream().mapToInt(Set::size).sum();
        }
        assertThat(matches).as("seed %d tried something", seed).isGreaterThan(1000);
    }

    @Test
    void aLogWithMoreTakersThanOneAnswerHoldsFindsThemAll() {
        var plain = new PlainLogMatcher();
        for (int i = 0; i < 10_000; i++) {
            var range = new Range(Height.ZERO, Height.of((long) i + 1));
            var topic = new ViteTopic.Logs(Generation.V2, new LogFilter(Map.of(Blocks.K, range), List.of()));
            plain.add(topic);
            matcher.add(topic);
        }
        var logs = List.of(
                log(Blocks.K, Height.of(1L), List.of()),
                log(Blocks.K, Height.of(5_000L), TOPICS.subList(0, 4)),
                log(Blocks.U, Height.of(1L), List.of()));

        assertThat(found(matcher, logs)).isEqualTo(found(plain, logs));
    }

    @Test
    void aLogOfMoreTopicsThanAVmMakesIsMatchedByItsFirstFour() {
        var four = TOPICS.subList(0, 4).stream().map(Set::of).toList();
        var topic = new ViteTopic.Logs(Generation.V2, new LogFilter(Map.of(Blocks.K, Range.ALL), four));
        matcher.add(topic);

        assertThat(found(matcher, List.of(log(Blocks.K, Height.of(1L), TOPICS))))
                .containsExactly(Set.of(topic));
    }

    @Test
    void aLimitOfTheIndexIsTheClientsErrorAndLeavesNothing() {
        var small = new IndexedLogMatcher(TopicIndex.create(IndexLimits.DEFAULT.withMaxSubscriptions(1)));
        var first = new ViteTopic.Logs(Generation.V2, new LogFilter(Map.of(Blocks.K, Range.ALL), List.of()));
        var second = new ViteTopic.Logs(Generation.V1, first.filter());
        small.add(first);

        assertThatThrownBy(() -> small.add(second))
                .isInstanceOfSatisfying(
                        RpcFault.class, e -> assertThat(e.error().code()).isEqualTo(RpcError.CALLBACK))
                .hasMessage("log filter refused: the index holds 1 subscriptions, its limit");
        small.remove(first);
        small.add(second);
        assertThat(found(small, List.of(log(Blocks.K, Height.of(1L), List.of()))))
                .containsExactly(Set.of(second));
    }

    @Test
    @Timeout(60)
    void topicsThatStandAreFoundWhileOthersComeAndGoOnOtherThreads() throws Exception {
        var always = new ViteTopic.Logs(Generation.V2, new LogFilter(Map.of(Blocks.K, Range.ALL), List.of()));
        matcher.add(always);
        var done = new AtomicBoolean();
        var started = new CountDownLatch(2);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 2; i++) {
            int number = i;
            var thread = new Thread(() -> {
                started.countDown();
                for (long height = 1; !done.get(); height++) {
                    var range = new Range(Height.of(2 * (height % 3000) + number + 1), Height.ZERO);
                    var topic = new ViteTopic.Logs(Generation.V2, new LogFilter(Map.of(Blocks.U, range), List.of()));
                    matcher.add(topic);
                    matcher.remove(topic);
                }
            });
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        started.await();
        var wanted = List.of(log(Blocks.K, Height.of(1L), List.of()), log(Blocks.U, Height.of(9L), List.of()));
        try {
            for (int i = 0; i < 5000; i++) {
                List<Set<ViteTopic.Logs>> found = found(matcher, wanted);
                assertThat(found.get(0)).containsExactly(always);
                assertThat(found.get(1)).allMatch(topic -> topic.filter().wants(wanted.get(1)));
            }
        } finally {
            done.set(true);
            for (Thread thread : threads) {
                thread.join(10_000);
            }
        }
        assertThat(found(matcher, wanted)).containsExactly(Set.of(always), Set.of());
    }

    @Test
    @Timeout(30)
    void aHundredThousandEqualSubscriptionsShareOneEntry() {
        var index = new SubscriptionIndex(matcher);
        var topic = new ViteTopic.Logs(Generation.V2, new LogFilter(Map.of(Blocks.K, Range.ALL), List.of()));
        var connection = new ViteConnection(new QueueConnection(), 1);
        var all = new ArrayList<Subscription>();
        for (int i = 0; i < 100_000; i++) {
            all.add(new Subscription("0x" + i, topic, connection, 0));
        }

        all.forEach(index::add);

        assertThat(index.topics()).isEqualTo(1);
        var told = new int[1];
        index.deliver(
                ViteDerivation.of(Blocks.logs("x", Blocks.K, 3, Blocks.log("a"))),
                (subscription, results) -> told[0]++);
        assertThat(told[0]).isEqualTo(100_000);
        all.forEach(index::remove);
        assertThat(index.topics()).isZero();
    }
}
