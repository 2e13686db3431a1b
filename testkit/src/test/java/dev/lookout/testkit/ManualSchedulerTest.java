package dev.lookout.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ManualSchedulerTest {
    private final ManualClock clock = ManualClock.atNoon();
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final List<String> ran = new ArrayList<>();

    @Test
    void tasksRunInOrderOfDueTimeAndSeeThatTime() {
        var noon = clock.instant();
        var late = scheduler.schedule(() -> note("late"), 3, SECONDS);
        var early = scheduler.schedule(() -> note("early"), 1, SECONDS);

        clock.advance(Duration.ofSeconds(2));
        assertThat(ran).containsExactly("early@1");
        assertThat(early.isDone()).isTrue();
        assertThat(late.isDone()).isFalse();

        clock.advance(Duration.ofSeconds(1));
        assertThat(ran).containsExactly("early@1", "late@3");
        assertThat(clock.instant()).isEqualTo(noon.plusSeconds(3));
    }

    @Test
    void aTaskMayScheduleMoreWithinTheSameStretch() {
        scheduler.execute(() -> {
            note("first");
            var unused = scheduler.schedule(() -> note("second"), 2, SECONDS);
        });

        clock.advance(Duration.ofSeconds(5));

        assertThat(ran).containsExactly("first@0", "second@2");
    }

    @Test
    void tasksOfOneMomentKeepTheirOrderAlsoAcrossSchedulersOfOneClock() {
        scheduler.execute(() -> note("a"));
        scheduler.execute(() -> note("b"));
        var unused = new ManualScheduler(clock).schedule(() -> note("c"), 1, SECONDS);

        clock.advance(Duration.ZERO);
        assertThat(ran).containsExactly("a@0", "b@0");

        clock.advance(Duration.ofSeconds(1));
        assertThat(ran).containsExactly("a@0", "b@0", "c@1");
    }

    @Test
    void periodicTaskComesAgainUntilCancelled() {
        var beat = scheduler.scheduleAtFixedRate(() -> note("beat"), 0, 15, SECONDS);

        clock.advance(Duration.ofSeconds(30));
        beat.cancel(false);
        clock.advance(Duration.ofSeconds(30));

        assertThat(ran).containsExactly("beat@0", "beat@15", "beat@30");
        assertThat(scheduler.pending()).isZero();
    }

    @Test
    void aTaskThatThrowsKeepsItsFailureAndStopsNothing() {
        var broken = scheduler.schedule(
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                1,
                SECONDS);
        scheduler.execute(() -> note("next"));

        clock.advance(Duration.ofSeconds(1));

        assertThat(ran).containsExactly("next@0");
        assertThatThrownBy(broken::get).hasRootCauseMessage("on purpose");
    }

    @Test
    void waitingForTasksOfOtherThreadsEndsWithAMessage() throws Exception {
        var other = new Thread(() -> scheduler.execute(() -> note("other")));
        other.start();
        scheduler.awaitPending(1, Duration.ofSeconds(5));
        other.join();

        assertThat(scheduler.dueTimes()).containsExactly(clock.instant());
        assertThatThrownBy(() -> scheduler.awaitPending(2, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("only 1 tasks wait, not 2");
    }

    @Test
    void afterShutdownNothingRunsAndNothingIsTaken() {
        scheduler.execute(() -> note("lost"));

        assertThat(scheduler.shutdownNow()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));

        assertThat(ran).isEmpty();
        assertThat(scheduler.isTerminated()).isTrue();
        assertThatThrownBy(() -> scheduler.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aClockCannotGoBack() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private void note(String what) {
        ran.add(what + "@" + Duration.ofNanos(clock.nanoTime()).toSeconds());
    }
}
