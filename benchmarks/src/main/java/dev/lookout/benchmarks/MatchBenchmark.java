package dev.lookout.benchmarks;

import dev.lookout.benchmarks.peer.Matcher;
import dev.lookout.benchmarks.peer.Peer;
import dev.lookout.benchmarks.peer.Subscribers;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * How long does it take to find the subscriptions that one log matches?
 *
 * <p>Workload: one {@link dev.lookout.benchmarks.workload.Mix} of subscriptions, made from a fixed seed with shares
 * taken from providers' documentation, and a stream of logs calibrated on real blocks, read from end to end again and
 * again. Realistic in that values hardly repeat, so that caches must be earned. Before the first measurement the
 * matcher's answers for the first logs are held against those of our engine in another process.
 *
 * <p>The score is nanoseconds per log, whatever the number of logs in a call.
 *
 * <p>Command: {@code benchmarks/run match}; one line of the table alone: {@code benchmarks/run match --peers ours
 * --mixes wallet --sizes 1000000}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class MatchBenchmark {
    /** Fingerprint that the answers must have, in hex; set by whoever knows it. */
    static final String EXPECTED = "lookout.benchmarks.expected";

    /** Logs whose answers make up the fingerprint. */
    static final int CHECKED_LOGS = 64;

    @Param("ours")
    public String peer = "";

    @Param("wallet")
    public String mix = "";

    @Param("hit")
    public String traffic = "";

    @Param("100000")
    public int subscriptions;

    @Param("1")
    public int fanOut;

    /** Scores are divided by it: whoever sets another one tells JMH the same number of operations per invocation. */
    @Param("1")
    public int logsPerCall;

    private Matcher<?> matcher = Peer.LINEAR.newMatcher(0);
    private int logs;
    private int next;

    @Setup
    public void subscribeAll() {
        var chosen = Peer.of(peer);
        var workload = new Case(chosen, mix, traffic, subscriptions, fanOut).workload();
        matcher = Subscribers.fill(chosen, workload);
        logs = chosen.streamLength();
        matcher.load(workload.logs(logs));
        check();
    }

    private void check() {
        String expected = System.getProperty(EXPECTED, "");
        String found = Long.toHexString(Subscribers.fingerprint(matcher, CHECKED_LOGS));
        if (!expected.isEmpty() && !expected.equals(found)) {
            throw new IllegalStateException(
                    "The answers of " + peer + " differ from ours on the " + mix + " mix, " + traffic
                            + ", " + subscriptions + " subscriptions: fingerprint " + found + ", not " + expected
                            + ". A figure for wrong answers means nothing; nothing was measured.");
        }
    }

    @Benchmark
    public int match() {
        int first = next;
        next = first + 2 * logsPerCall > logs ? 0 : first + logsPerCall;
        return matcher.match(first, logsPerCall);
    }

    @TearDown
    public void close() {
        matcher.close();
    }
}
