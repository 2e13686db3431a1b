package dev.lookout.benchmarks;

import dev.lookout.benchmarks.peer.Matcher;
import dev.lookout.benchmarks.peer.Peer;
import dev.lookout.benchmarks.peer.PreparedFilters;
import dev.lookout.benchmarks.peer.Subscribers;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a reader pay for subscriptions that come and go while it matches, and how many can come and go?
 *
 * <p>Workload: one thread matches batches of 256 logs without a pause; another one subscribes at a given rate and, from
 * 65,536 extra subscriptions on, ends the oldest extra one for each new one. A gateway's clients connect in bursts;
 * 300,000 a second is far above what connections can bring, and there to show the room.
 *
 * <p>The score of {@code reader} is nanoseconds per call of 256 logs, that of {@code writer} per 16 subscriptions with
 * as many ends. At rate 0 the writer sleeps; at rate -1 it does not wait.
 *
 * <p>Command: {@code benchmarks/run match --only load}.
 */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class LoadBenchmark {
    static final int LOGS_PER_CALL = 256;
    static final int CHANGES_PER_CALL = 16;
    private static final int EXTRA = 1 << 16;

    @Param("wallet")
    public String mix = "";

    @Param("hit")
    public String traffic = "";

    @Param("1000000")
    public int subscriptions;

    /** Subscriptions made each second, with as many ended. */
    @Param({"0", "100000", "300000", "1000000", "-1"})
    public long rate;

    private Matcher<?> matcher = Peer.LINEAR.newMatcher(0);
    private PreparedFilters<?> extra = PreparedFilters.NONE;
    private int logs;
    private int nextLog;
    private long changes;
    private long due;

    @Setup
    public void subscribeAll() {
        var workload = new Case(Peer.OURS, mix, traffic, subscriptions, 1).workload();
        matcher = Subscribers.fill(Peer.OURS, workload);
        logs = Peer.OURS.streamLength();
        matcher.load(workload.logs(logs));
        extra = PreparedFilters.of(matcher, workload, subscriptions, 2 * EXTRA);
    }

    @Benchmark
    @Group("load")
    @GroupThreads(1)
    public int reader() {
        int first = nextLog;
        nextLog = first + 2 * LOGS_PER_CALL > logs ? 0 : first + LOGS_PER_CALL;
        return matcher.match(first, LOGS_PER_CALL);
    }

    @Benchmark
    @Group("load")
    @GroupThreads(1)
    public void writer() {
        if (rate == 0) {
            LockSupport.parkNanos(1_000_000);
            return;
        }
        for (int i = 0; i < CHANGES_PER_CALL; i++) {
            extra.subscribe((int) (changes % (2 * EXTRA)));
            if (changes >= EXTRA) {
                extra.unsubscribe((int) ((changes - EXTRA) % (2 * EXTRA)));
            }
            changes++;
        }
        keepPace();
    }

    private void keepPace() {
        if (rate < 0) {
            return;
        }
        long now = System.nanoTime();
        // Whoever was held up does not run after lost time: the rate is a ceiling, and what was reached is reported.
        due = Math.max(due, now - 1_000_000) + CHANGES_PER_CALL * 1_000_000_000L / rate;
        while (System.nanoTime() < due) {
            Thread.onSpinWait();
        }
    }

    @TearDown
    public void close() {
        matcher.close();
    }
}
