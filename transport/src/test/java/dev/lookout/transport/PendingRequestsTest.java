package dev.lookout.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookout.model.ConnectionLostException;
import dev.lookout.model.RequestTimedOutException;
import dev.lookout.model.SlowConsumerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PendingRequestsTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    /** Answer, timeout, failed send and close race for each request: exactly one of them ends it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachRequestLeavesExactlyOnce(long seed) throws Exception {
        var random = new Random(seed);
        var racers = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 200; round++) {
                var pending = new PendingRequests(64, timer, Runnable::run);
                var ends = new AtomicInteger();
                var answers = new ArrayList<CompletableFuture<JsonValue>>();
                var ids = new ArrayList<Long>();
                for (int i = 0; i < 8; i++) {
                    Duration timeout =
                            random.nextBoolean() ? Duration.ofNanos(random.nextInt(400_000)) : Duration.ofSeconds(9);
                    PendingRequests.Opened opened = pending.open("m", timeout);
                    ids.add(opened.id());
                    answers.add(opened.answer().whenComplete((value, failure) -> ends.incrementAndGet()));
                }
                var barrier = new CyclicBarrier(3);
                List<Future<Integer>> wins = List.of(
                        racers.submit(() -> race(barrier, ids, id -> pending.complete(id, JsonNull.NULL))),
                        racers.submit(() ->
                                race(barrier, ids, id -> pending.fail(id, new ConnectionLostException("send failed")))),
                        racers.submit(() -> {
                            barrier.await();
                            pending.close(new ConnectionLostException("closed"));
                            return 0;
                        }));
                for (Future<Integer> win : wins) {
                    assertThat(win.get(10, TimeUnit.SECONDS)).isNotNegative();
                }
                for (CompletableFuture<JsonValue> answer : answers) {
                    answer.exceptionally(failure -> JsonNull.NULL).get(10, TimeUnit.SECONDS);
                }
                assertThat(ends).as("seed %d, round %d", seed, round).hasValue(8);
                assertThat(pending.size()).as("seed %d, round %d", seed, round).isZero();
            }
        } finally {
            racers.shutdownNow();
        }
    }

    private static int race(CyclicBarrier barrier, List<Long> ids, java.util.function.Predicate<Long> end)
            throws Exception {
        barrier.await();
        return (int) ids.stream().filter(end).count();
    }

    @Test
    void theTableIsBounded() {
        var pending = new PendingRequests(1, timer, Runnable::run);
        CompletableFuture<JsonValue> first =
                pending.open("m", Duration.ofSeconds(30)).answer();

        assertThatThrownBy(
                        () -> pending.open("m", Duration.ofSeconds(30)).answer().get(1, TimeUnit.SECONDS))
                .hasCauseInstanceOf(SlowConsumerException.class);
        assertThat(first).isNotDone();
    }

    @Test
    void noAnswerInTimeFailsTheRequestAndFreesItsPlace() {
        var pending = new PendingRequests(1, timer, Runnable::run);

        assertThatThrownBy(
                        () -> pending.open("m", Duration.ofMillis(20)).answer().get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RequestTimedOutException.class);
        assertThat(pending.size()).isZero();
    }

    @Test
    void afterCloseEverythingIsRefused() {
        var pending = new PendingRequests(8, timer, Runnable::run);
        pending.close(new ConnectionLostException("gone"));

        assertThatThrownBy(
                        () -> pending.open("m", Duration.ofSeconds(30)).answer().get(1, TimeUnit.SECONDS))
                .hasCauseInstanceOf(ConnectionLostException.class);
    }
}
