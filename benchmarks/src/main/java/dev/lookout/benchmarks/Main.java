package dev.lookout.benchmarks;

import dev.lookout.benchmarks.peer.Peer;
import dev.lookout.benchmarks.report.Report;
import dev.lookout.benchmarks.report.Results;
import dev.lookout.benchmarks.workload.Mix;
import dev.lookout.benchmarks.workload.Traffic;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The command line behind {@code benchmarks/run}, which explains it: {@code benchmarks/run --help}. */
public final class Main {
    /** Loose against the noise of a shared machine; the goals are 50,000 and 15,000. */
    private static final double LEAST_RATIO_MISS = 20_000;

    private static final double LEAST_RATIO_HIT = 5_000;

    private final PrintStream out;
    private boolean quick;
    private Path directory = Path.of(System.getProperty("lookout.root", "."), "benchmarks", "results");
    private Path realLogs =
            Path.of(System.getProperty("lookout.root", "."), "..", "shared", "data", "evm-logs.jsonl.gz");
    private Set<String> parts = Set.of();
    private Set<String> peers = Set.of();
    private Set<String> mixes = Set.of();
    private Set<String> sizes = Set.of();
    private int forks;

    private Main(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("jmh")) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        int status;
        try {
            status = new Main(System.out).run(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\nSee: benchmarks/run --help");
            status = 2;
        }
        System.exit(status);
    }

    private int run(List<String> args) {
        if (args.isEmpty()) {
            throw new IllegalArgumentException("What shall be run?");
        }
        read(args.subList(1, args.size()));
        return switch (args.get(0)) {
            case "match" -> match(String.join(" ", args));
            case "ratio-check" -> ratioCheck();
            case "report" -> report();
            default -> throw new IllegalArgumentException("No command '" + args.get(0) + "'.");
        };
    }

    private void read(List<String> options) {
        for (int i = 0; i < options.size(); i++) {
            String option = options.get(i);
            if (option.equals("--quick")) {
                quick = true;
                continue;
            }
            if (i + 1 == options.size()) {
                throw new IllegalArgumentException("No option '" + option + "', or its value is missing.");
            }
            String value = options.get(++i);
            switch (option) {
                case "--only" -> parts = list(value);
                case "--peers" -> peers = checked(value, Peer::of);
                case "--mixes" -> mixes = checked(value, Mix::of);
                case "--sizes" -> sizes = checked(value, Integer::valueOf);
                case "--forks" -> forks = Integer.parseInt(value);
                case "--real-logs" -> realLogs = Path.of(value);
                case "--out" -> directory = Path.of(value);
                default -> throw new IllegalArgumentException("No option '" + option + "'.");
            }
        }
    }

    private static Set<String> list(String value) {
        return new LinkedHashSet<>(Arrays.asList(value.split(",")));
    }

    /** The labels in a list; the parser throws at one that there is not. */
    private static <T> Set<String> checked(String value, Function<String, T> parser) {
        var labels = list(value);
        var known = labels.stream().map(parser).toList();
        if (known.isEmpty()) {
            throw new IllegalArgumentException("An empty list.");
        }
        return labels;
    }

    private int match(String command) {
        long start = System.nanoTime();
        boolean real = Files.isRegularFile(realLogs);
        if (!real) {
            out.println("No real logs at " + realLogs + " (--real-logs): generated ones only.");
        }
        var plan = (quick ? Plan.quick(real) : Plan.full(real)).only(new Selection(parts, peers, mixes, sizes, forks));
        var results = results(command);
        results.clear();
        var metadata = Metadata.now(command, System.getProperty("lookout.commit", "unknown"));
        results.writeMetadata(metadata);
        out.println(plan.size() + " cases, results in " + results.file("-*"));
        System.setProperty(Case.REAL_LOGS, realLogs.toString());

        var failures = new Campaign(plan, results, settings(), out).run();

        Metadata.finish(metadata, System.nanoTime() - start, failures);
        results.writeMetadata(metadata);
        Report.write(results).forEach(file -> out.println("Wrote " + file));
        failures.forEach(failure -> out.println("Not measured: " + failure));
        return failures.isEmpty() ? 0 : 1;
    }

    /** A part of the plan gets a name of its own, so that it never replaces a whole one. */
    private Results results(String command) {
        boolean part = !(parts.isEmpty() && peers.isEmpty() && mixes.isEmpty() && sizes.isEmpty());
        String name = LocalDate.now(java.time.ZoneOffset.UTC) + "-jdk"
                + Runtime.version().feature();
        if (quick) {
            name += "-quick";
        }
        if (part) {
            name += "-part-" + Integer.toHexString(command.hashCode());
        }
        return new Results(directory, name);
    }

    private List<String> settings() {
        var settings = new ArrayList<String>();
        settings.add("-D" + Case.REAL_LOGS + "=" + realLogs);
        return settings;
    }

    private int ratioCheck() {
        boolean passed = true;
        for (Traffic traffic : List.of(Traffic.MISS, Traffic.HIT)) {
            double least = traffic == Traffic.MISS ? LEAST_RATIO_MISS : LEAST_RATIO_HIT;
            var asked = new Case(Peer.OURS, Mix.WALLET, traffic, 100_000, 1);
            var answer = new Forks(settings()).run(Probe.RATIO, asked);
            double ratio = answer.get("ratio").asDouble();
            passed &= ratio >= least;
            out.printf(
                    Locale.ROOT,
                    "%s  wallet mix, 100,000 subscriptions, %-4s  ours %,.1f ns, linear scan %,.0f ns per log:"
                            + " %,.0f times faster (at least %,.0f)%n",
                    ratio >= least ? "ok  " : "FAIL",
                    traffic.label(),
                    answer.get("oursNanosPerLog").asDouble(),
                    answer.get("linearNanosPerLog").asDouble(),
                    ratio,
                    least);
        }
        return passed ? 0 : 1;
    }

    /** Makes table and chart anew, of the newest results or of those named by the last part of {@code --out}. */
    private int report() {
        var results = Files.isDirectory(directory) ? newest(directory) : named(directory);
        if (results == null) {
            throw new IllegalArgumentException("No results in " + directory + ".");
        }
        Report.write(results).forEach(file -> out.println("Wrote " + file));
        return 0;
    }

    private static Results named(Path path) {
        var parent = path.toAbsolutePath().getParent();
        var name = path.getFileName();
        if (parent == null || name == null) {
            throw new IllegalArgumentException("No results at " + path + ".");
        }
        return new Results(parent, name.toString());
    }

    private static @Nullable Results newest(Path directory) {
        var files = directory.toFile().list((parent, file) -> file.endsWith("-meta.json"));
        return files == null
                ? null
                : Arrays.stream(files)
                        .max(String::compareTo)
                        .map(file -> new Results(directory, file.substring(0, file.length() - "-meta.json".length())))
                        .orElse(null);
    }
}
