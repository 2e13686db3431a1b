package dev.lookout.gateway.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link EventLog} engine keeps to; an engine's test extends it. */
abstract class EventLogContract {
    /** A fresh log that keeps at least {@code events} events, and not one more if it can be that exact. */
    abstract EventLog<String> logKeeping(int events);

    @Test
    void aNewLogIsEmptyAndStartsAtOne() {
        EventLog<String> log = logKeeping(3);

        assertThat(log.last()).isZero();
        assertThat(log.first()).isEqualTo(1);
        assertThat(log.read(1, 10)).isEmpty();
    }

    @Test
    void eventsGetSequencesWithoutHolesAndAreReadInOrder() {
        EventLog<String> log = logKeeping(3);

        assertThat(log.append(1, "a")).isEqualTo(1);
        assertThat(log.append(2, "b")).isEqualTo(2);

        assertThat(log.last()).isEqualTo(2);
        assertThat(log.read(1, 10)).containsExactly(new EventLog.Entry<>(1, "a"), new EventLog.Entry<>(2, "b"));
    }

    @Test
    void aPageHoldsAtMostWhatWasAskedFor() {
        EventLog<String> log = filled(logKeeping(3), 3);

        assertThat(log.read(2, 1)).containsExactly(new EventLog.Entry<>(2, "e2"));
    }

    @Test
    void readingBeyondTheEndGivesNothing() {
        EventLog<String> log = filled(logKeeping(3), 2);

        assertThat(log.read(3, 5)).isEmpty();
        assertThat(log.read(99, 5)).isEmpty();
    }

    @Test
    void anAppendAtTheWrongPlaceIsRefusedAndAddsNothing() {
        EventLog<String> log = filled(logKeeping(3), 1);

        assertThatThrownBy(() -> log.append(1, "x"))
                .isInstanceOf(SequenceConflictException.class)
                .hasMessageContaining("expected sequence 1")
                .hasMessageContaining("next one is 2");

        assertThat(log.read(1, 10)).hasSize(1);
    }

    @Test
    void whatIsDroppedIsToldToWhoAsksForIt() {
        EventLog<String> log = filled(logKeeping(3), 8);

        long first = log.first();

        assertThat(first).isGreaterThan(1).isLessThanOrEqualTo(6);
        assertThat(log.read(first, 100)).hasSize((int) (8 - first + 1));
        assertThatThrownBy(() -> log.read(first - 1, 1))
                .isInstanceOf(TrimmedException.class)
                .hasMessageContaining("oldest is " + first);
    }

    @Test
    void aFollowerSeesEveryLaterEntryOnceInOrder() {
        EventLog<String> log = filled(logKeeping(3), 2);
        List<Long> seen = new ArrayList<>();

        EventLog.Following following = log.follow(entry -> seen.add(entry.sequence()));
        filled(log, 4);
        following.close();
        filled(log, 2);

        assertThat(seen).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void aFollowerFindsTheEntryItIsToldOfInTheLog() {
        EventLog<String> log = logKeeping(3);
        List<String> found = new ArrayList<>();

        log.follow(entry -> found.add(log.read(entry.sequence(), 1).get(0).event()));
        filled(log, 3);

        assertThat(found).containsExactly("e1", "e2", "e3");
    }

    @Test
    void twoLogsHaveTwoEpochs() {
        assertThat(logKeeping(1).epoch()).isNotEqualTo(logKeeping(1).epoch()).isNotBlank();
    }

    @Test
    void readersBesideAWriterSeeNoHole() throws Exception {
        EventLog<String> log = logKeeping(1000);
        var pool = Executors.newFixedThreadPool(2);
        var started = new CountDownLatch(1);
        try {
            Future<List<Long>> reader = pool.submit(() -> {
                var seen = new ArrayList<Long>();
                started.countDown();
                while (seen.size() < 500) {
                    log.read(seen.size() + 1, 7).forEach(entry -> seen.add(entry.sequence()));
                }
                return seen;
            });
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
            filled(log, 500);

            List<Long> seen = reader.get(10, TimeUnit.SECONDS);

            for (int i = 0; i < seen.size(); i++) {
                assertThat(seen.get(i)).isEqualTo(i + 1L);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static EventLog<String> filled(EventLog<String> log, int count) {
        for (int i = 0; i < count; i++) {
            long next = log.last() + 1;
            log.append(next, "e" + next);
        }
        return log;
    }
}
