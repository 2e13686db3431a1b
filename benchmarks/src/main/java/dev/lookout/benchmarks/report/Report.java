package dev.lookout.benchmarks.report;

import static dev.lookout.benchmarks.report.Goal.number;

import dev.lookout.benchmarks.peer.Peer;
import dev.lookout.benchmarks.workload.Mix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Writes a campaign's tables ({@code .md}) and charts ({@code .svg}) beside its result files. */
public final class Report {
    private static final List<String> CHARTED = List.of("wallet", "address-signature");
    private static final List<String> TRAFFICS = List.of("miss", "hit", "real");

    private final Results results;
    private final Measured figures;
    private final Markdown text = new Markdown();
    private final List<Path> written = new ArrayList<>();

    private Report(Results results) {
        this.results = results;
        this.figures = Measured.read(results);
    }

    /** @return the files written */
    public static List<Path> write(Results results) {
        var report = new Report(results);
        report.write();
        return report.written;
    }

    private void write() {
        text.heading(1, "Event-log matching, " + results.name());
        text.paragraph("Generated from the JSON files of the same name; `benchmarks/README.md` says how to read it.");
        circumstances();
        goals();
        for (Mix mix : Mix.values()) {
            if (mix != Mix.FAN_OUT) {
                timings(mix.label());
            }
        }
        fanOut();
        ratios();
        loads();
        subscribing();
        memory();
        write("-report.md", text.toString());
    }

    private void write(String ending, String content) {
        var file = results.file(ending);
        Figures.write(file, content);
        written.add(file);
    }

    private void circumstances() {
        var rows = figures.metadata().properties().stream()
                .filter(property -> !property.getKey().equals("notMeasured"))
                .map(property ->
                        List.of(property.getKey(), "`" + property.getValue().asString() + "`"))
                .toList();
        text.table(List.of("Circumstance", ""), rows);
        var missing = figures.metadata().get("notMeasured");
        if (missing != null && !missing.isEmpty()) {
            text.paragraph("Not measured: "
                    + String.join(
                            "; ", missing.valueStream().map(JsonNode::asString).toList()));
        }
    }

    private void goals() {
        var rows = Goal.of(figures).stream()
                .map(goal -> List.of(
                        goal.what(),
                        goal.limitText(),
                        goal.measured().isPresent() ? number(goal.measured().getAsDouble()) : "not measured here",
                        goal.measured().isEmpty() ? "" : goal.met() ? "met" : "missed"))
                .toList();
        text.heading(2, "Goals").table(List.of("What", "Goal", "Measured", ""), rows);
    }

    private void timings(String mix) {
        var ofMix = figures.timings().stream()
                .filter(timing -> timing.mix().equals(mix))
                .toList();
        if (ofMix.isEmpty()) {
            return;
        }
        text.heading(2, "Match: " + mix + " mix");
        if (CHARTED.contains(mix)) {
            write("-" + mix + ".svg", new Chart(mix, ofMix).svg());
            text.paragraph("![Nanoseconds per log by number of subscriptions](" + results.name() + "-" + mix + ".svg)");
        }
        for (String traffic : TRAFFICS) {
            var rows = ofMix.stream()
                    .filter(timing -> timing.traffic().equals(traffic))
                    .toList();
            if (!rows.isEmpty()) {
                text.paragraph("**" + traffic + "**, ns per log: median (least to most of all iterations)");
                table(rows);
            }
        }
    }

    private void table(List<Timing> timings) {
        int[] sizes = timings.stream()
                .mapToInt(Timing::subscriptions)
                .distinct()
                .sorted()
                .toArray();
        var heads = new ArrayList<String>();
        heads.add("");
        Arrays.stream(sizes)
                .mapToObj(size -> String.format(Locale.ROOT, "%,d", size))
                .forEach(heads::add);
        heads.add("allocated per log");
        var rows = new ArrayList<List<String>>();
        for (Peer peer : Peer.values()) {
            var ofPeer = timings.stream()
                    .filter(timing -> timing.peer().equals(peer.label()))
                    .toList();
            if (!ofPeer.isEmpty()) {
                rows.add(row(peer, ofPeer, sizes));
            }
        }
        text.table(heads, rows);
        if (timings.stream().anyMatch(timing -> timing.forks() == 1)) {
            text.paragraph("\\* one process only");
        }
        if (timings.stream().anyMatch(timing -> !Peer.of(timing.peer()).testsHeights())) {
            text.paragraph("† knows no ranges of heights: given, and checked on, the same subscriptions without them");
        }
    }

    private static List<String> row(Peer peer, List<Timing> timings, int[] sizes) {
        var cells = new ArrayList<String>();
        cells.add(Markdown.escaped(peer.title()) + (peer.testsHeights() ? "" : " †"));
        IntStream.of(sizes)
                .mapToObj(size -> timings.stream()
                        .filter(timing -> timing.subscriptions() == size)
                        .map(Report::cell)
                        .findFirst()
                        .orElse(""))
                .forEach(cells::add);
        double bytes = timings.stream().mapToDouble(Timing::bytes).max().orElse(Double.NaN);
        cells.add(Double.isNaN(bytes) ? "-" : number(Math.rint(bytes)) + " B");
        return cells;
    }

    private static String cell(Timing timing) {
        return number(timing.median()) + " (" + number(timing.least()) + " to " + number(timing.most()) + ")"
                + (timing.forks() == 1 ? " \\*" : "");
    }

    private void fanOut() {
        var ofMix = figures.timings().stream()
                .filter(timing -> timing.mix().equals("fan-out"))
                .toList();
        if (ofMix.isEmpty()) {
            return;
        }
        text.heading(2, "Fan-out: every log is wanted by so many");
        var rows = new ArrayList<List<String>>();
        for (var timing : ofMix) {
            rows.add(List.of(
                    Markdown.escaped(Peer.of(timing.peer()).title()),
                    String.format(Locale.ROOT, "%,d", timing.subscriptions()),
                    String.format(Locale.ROOT, "%,d", timing.fanOut()),
                    number(timing.median()),
                    number(timing.median() / timing.fanOut())));
        }
        text.table(List.of("", "subscriptions", "matches per log", "ns per log", "ns per match"), rows);
        OptionalDouble slope = Goal.perExtraId(figures, 1_000, 10_000);
        slope.ifPresent(nanos -> text.paragraph("One more id, between 1,000 and 10,000: " + number(nanos) + " ns."));
    }

    private void ratios() {
        var answers = figures.probes("ratio");
        if (answers.isEmpty()) {
            return;
        }
        text.heading(2, "Times faster than the linear scan, within one process");
        var rows = answers.stream()
                .map(answer -> List.of(
                        label(answer),
                        figure(answer, "linearNanosPerLog"),
                        figure(answer, "oursNanosPerLog"),
                        figure(answer, "ratio")))
                .toList();
        text.table(List.of("", "linear scan, ns", "ours, ns", "ratio"), rows);
    }

    private void loads() {
        if (figures.loads().isEmpty()) {
            return;
        }
        text.heading(2, "Matching while subscriptions come and go");
        text.paragraph(
                "Wallet mix; each subscription made has another one ended, so that twice as many changes happen.");
        var rows = figures.loads().stream()
                .map(load -> List.of(
                        load.traffic() + String.format(Locale.ROOT, ", %,d", load.subscriptions()),
                        load.rate() < 0 ? "as fast as it goes" : number((double) load.rate()),
                        load.rate() == 0 ? "-" : number(Math.rint(load.reached())),
                        number(load.readerNanos()),
                        load.rate() == 0 ? "-" : signed(Goal.slowdown(figures, load))))
                .toList();
        text.table(
                List.of("", "asked, per second", "made, per second", "reader, ns per log", "reader slower by"), rows);
    }

    private static String signed(OptionalDouble perCent) {
        return perCent.isEmpty() ? "-" : String.format(Locale.ROOT, "%+.1f %%", perCent.getAsDouble());
    }

    private void subscribing() {
        var answers = figures.probes("subscribe");
        if (answers.isEmpty()) {
            return;
        }
        text.heading(2, "Subscribing alone");
        text.paragraph("Nanoseconds of single calls while the table grows from nothing, then steady rates at full size."
                + " Each line is a process of its own.");
        var rows = answers.stream()
                .map(answer -> List.of(
                        label(answer),
                        figure(answer, "growthNanosPerSubscribe"),
                        figure(answer, "growthNanosP50.0"),
                        figure(answer, "growthNanosP99.9"),
                        figure(answer, "growthNanosP99.999"),
                        figure(answer, "growthNanosMax"),
                        figure(answer, "collectionsDuringGrowth"),
                        figure(answer, "steadyNanosPerSubscribe"),
                        figure(answer, "steadyNanosPerUnsubscribe")))
                .toList();
        text.table(
                List.of(
                        "",
                        "growth, mean",
                        "median",
                        "99.9 %",
                        "99.999 %",
                        "longest",
                        "collections",
                        "subscribe",
                        "unsubscribe"),
                rows);
    }

    private void memory() {
        var answers = figures.probes("memory");
        if (answers.isEmpty()) {
            return;
        }
        text.heading(2, "Memory");
        var rows = answers.stream()
                .map(answer -> List.of(
                        label(answer), figure(answer, "bytesPerSubscription"), figure(answer, "bytesPerAddress")))
                .toList();
        text.table(List.of("", "bytes per subscription", "bytes per address"), rows);
    }

    private static String label(JsonNode answer) {
        return String.format(
                Locale.ROOT,
                "%s, %s, %s, %,d",
                Markdown.escaped(Peer.of(answer.get("peer").asString()).title()),
                answer.get("mix").asString(),
                answer.get("traffic").asString(),
                answer.get("subscriptions").asInt());
    }

    private static String figure(JsonNode answer, String name) {
        var value = answer.get(name);
        return value == null ? "-" : number(value.asDouble());
    }
}
