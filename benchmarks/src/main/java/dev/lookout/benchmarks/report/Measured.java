package dev.lookout.benchmarks.report;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** All figures of one campaign, read from its files. What a part of a campaign has not measured is simply absent. */
final class Measured {
    private static final int LOGS_PER_READ = 256;
    private static final int CHANGES_PER_WRITE = 16;

    private final List<Timing> timings = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();
    private final List<JsonNode> probes = new ArrayList<>();
    private final JsonNode metadata;

    private Measured(JsonNode metadata) {
        this.metadata = metadata;
    }

    static Measured read(Results results) {
        var measured = new Measured(
                Files.exists(results.metadata())
                        ? Figures.read(results.metadata())
                        : JsonNodeFactory.instance.objectNode());
        if (Files.exists(results.timings())) {
            Figures.read(results.timings()).forEach(measured::add);
        }
        if (Files.exists(results.probes())) {
            Figures.read(results.probes()).forEach(measured.probes::add);
        }
        return measured;
    }

    private void add(JsonNode run) {
        var params = run.get("params");
        if (run.get("benchmark").asString().endsWith(".load")) {
            var metrics = run.get("secondaryMetrics");
            double writer = Figures.median(raw(metrics.get("writer")));
            loads.add(new Load(
                    params.get("traffic").asString(),
                    Integer.parseInt(params.get("subscriptions").asString()),
                    Long.parseLong(params.get("rate").asString()),
                    CHANGES_PER_WRITE * 1e9 / writer,
                    Figures.median(raw(metrics.get("reader"))) / LOGS_PER_READ));
            return;
        }
        double[] nanos = raw(run.get("primaryMetric"));
        var allocated = run.get("secondaryMetrics").get("gc.alloc.rate.norm");
        timings.add(new Timing(
                params.get("peer").asString(),
                params.get("mix").asString(),
                params.get("traffic").asString(),
                Integer.parseInt(params.get("subscriptions").asString()),
                Integer.parseInt(params.get("fanOut").asString()),
                run.get("forks").asInt(),
                Figures.median(nanos),
                java.util.Arrays.stream(nanos).min().orElse(Double.NaN),
                java.util.Arrays.stream(nanos).max().orElse(Double.NaN),
                allocated == null ? Double.NaN : Figures.median(raw(allocated))));
    }

    private static double[] raw(JsonNode metric) {
        return metric.get("rawData")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    List<Timing> timings() {
        return timings;
    }

    List<Load> loads() {
        return loads;
    }

    JsonNode metadata() {
        return metadata;
    }

    Optional<Timing> timing(String peer, String mix, String traffic, int subscriptions) {
        return timings.stream()
                .filter(timing -> timing.is(peer, mix, traffic) && timing.subscriptions() == subscriptions)
                .findFirst();
    }

    /** Nanoseconds per log of our engine in the fan-out mix with so many subscribers to a key. */
    OptionalDouble fanOut(int subscribers) {
        return timings.stream()
                .filter(timing -> timing.is("ours", "fan-out", "hit") && timing.fanOut() == subscribers)
                .mapToDouble(Timing::median)
                .findFirst();
    }

    /** The answers of a probe, one for each run of it. */
    List<JsonNode> probes(String probe) {
        return probes.stream()
                .filter(answer -> answer.get("probe").asString().equals(probe))
                .toList();
    }

    /** The median over the runs of a probe. */
    OptionalDouble probe(String probe, String peer, String mix, String traffic, int subscriptions, String figure) {
        double[] values = probes(probe).stream()
                .filter(answer -> answer.get("peer").asString().equals(peer)
                        && answer.get("mix").asString().equals(mix)
                        && answer.get("traffic").asString().equals(traffic)
                        && answer.get("subscriptions").asInt() == subscriptions
                        && answer.has(figure))
                .mapToDouble(answer -> answer.get(figure).asDouble())
                .toArray();
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Figures.median(values));
    }
}
