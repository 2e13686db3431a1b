package dev.lookout.benchmarks;

import dev.lookout.benchmarks.peer.Peer;
import dev.lookout.benchmarks.peer.Subscribers;
import dev.lookout.benchmarks.report.Results;
import dev.lookout.benchmarks.workload.LogStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import tools.jackson.databind.JsonNode;

/**
 * Carries out a plan: one process after the other, a line of progress each, the result files written anew after every
 * case so that an interrupted campaign keeps what it has.
 */
final class Campaign {
    /** Flags of every process that JMH forks. */
    static final List<String> FLAGS = List.of("-XX:+UseParallelGC", "-Xms2g", "-Xmx8g");

    private final Plan plan;
    private final Results results;
    private final List<String> settings;
    private final PrintStream out;
    private final List<RunResult> timed = new ArrayList<>();
    private final List<JsonNode> probed = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Long> fingerprints = new HashMap<>();
    private final long start = System.nanoTime();
    private int done;

    /** @param settings system properties for every process, as flags */
    Campaign(Plan plan, Results results, List<String> settings, PrintStream out) {
        this.plan = plan;
        this.results = results;
        this.settings = settings;
        this.out = out;
    }

    /** @return what could not be measured, and why; empty if everything was */
    List<String> run() {
        plan.timings().forEach(this::time);
        plan.loads().forEach(this::load);
        var forks = new Forks(settings);
        for (var probing : plan.probes()) {
            for (int i = 0; i < probing.times(); i++) {
                probe(forks, probing);
            }
        }
        return failures;
    }

    private void time(Plan.Timing timing) {
        var asked = timing.asked();
        int logsPerCall = asked.peer().logsPerCall();
        var options = options(MatchBenchmark.class.getName() + ".match", timing.effort())
                .param("peer", asked.peer().label())
                .param("mix", asked.mix().label())
                .param("traffic", asked.traffic().label())
                .param("subscriptions", Integer.toString(asked.subscriptions()))
                .param("fanOut", Integer.toString(asked.fanOut()))
                .param("logsPerCall", Integer.toString(logsPerCall))
                .operationsPerInvocation(logsPerCall)
                .jvmArgs(jvmArgs("-D" + MatchBenchmark.EXPECTED + "=" + Long.toHexString(expected(asked))));
        var result = run(options, asked.toString());
        if (result != null) {
            progress(asked.toString(), describe(result.getPrimaryResult(), 1));
        }
    }

    private void load(Plan.Load load) {
        var options = options(LoadBenchmark.class.getName() + ".load", load.effort())
                .param("mix", "wallet")
                .param("traffic", load.traffic().label())
                .param("subscriptions", Integer.toString(load.subscriptions()))
                .param("rate", Long.toString(load.rate()))
                .jvmArgs(jvmArgs());
        var result = run(options, load.toString());
        if (result != null) {
            var reader = java.util.Objects.requireNonNull(
                    result.getSecondaryResults().get("reader"), "reader");
            progress(load.toString(), "reader " + describe(reader, LoadBenchmark.LOGS_PER_CALL));
        }
    }

    private void probe(Forks forks, Plan.Probing probing) {
        String what = probing.probe().label() + " " + probing.asked();
        try {
            var answer = forks.run(probing.probe(), probing.asked());
            probed.add(answer);
            results.writeProbes(probed);
            progress(what, Results.brief(answer));
        } catch (IllegalStateException e) {
            fail(what, e);
        }
    }

    private @org.jspecify.annotations.Nullable RunResult run(ChainedOptionsBuilder options, String what) {
        try {
            var result = new Runner(options.build()).runSingle();
            timed.add(result);
            results.writeTimings(json ->
                    ResultFormatFactory.getInstance(ResultFormatType.JSON, json).writeOut(timed));
            return result;
        } catch (RunnerException e) {
            fail(what, e);
            return null;
        }
    }

    private static ChainedOptionsBuilder options(String benchmark, Effort effort) {
        return new OptionsBuilder()
                .include("^" + benchmark.replace(".", "\\.") + "$")
                .forks(effort.forks())
                .warmupIterations(effort.warmups())
                .warmupTime(TimeValue.milliseconds(effort.millis()))
                .measurementIterations(effort.measurements())
                .measurementTime(TimeValue.milliseconds(effort.millis()))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    private String[] jvmArgs(String... more) {
        var args = new ArrayList<>(FLAGS);
        args.addAll(settings);
        args.addAll(List.of(more));
        return args.toArray(new String[0]);
    }

    /** What our engine finds for the case, as far as the peer can say it: with heights or without. */
    private long expected(Case asked) {
        var same = new Case(Peer.OURS, asked.mix(), asked.traffic(), asked.subscriptions(), asked.fanOut());
        String key = same + (asked.peer().testsHeights() ? "" : " without heights");
        return fingerprints.computeIfAbsent(key, missing -> {
            var workload = asked.workload();
            try (var ours = Subscribers.fill(Peer.OURS, workload)) {
                LogStream logs = workload.logs(MatchBenchmark.CHECKED_LOGS);
                ours.load(logs);
                return Subscribers.fingerprint(ours, logs.size());
            }
        });
    }

    private static String describe(Result<?> result, int operations) {
        var statistics = result.getStatistics();
        return String.format(
                Locale.ROOT,
                "%,12.1f ns per log  (%,.1f to %,.1f)",
                statistics.getPercentile(50) / operations,
                statistics.getMin() / operations,
                statistics.getMax() / operations);
    }

    private void progress(String what, String figure) {
        done++;
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        out.printf(Locale.ROOT, "%4d s  %3d/%d  %-52s %s%n", seconds, done, plan.size(), what, figure);
    }

    private void fail(String what, Exception cause) {
        var root = (Throwable) cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        failures.add(what + ": " + root.getMessage());
        progress(what, "NOT MEASURED: " + root.getMessage());
    }

    /** For the metadata. */
    static String flags() {
        return String.join(" ", FLAGS);
    }
}
