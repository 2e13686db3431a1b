package dev.lookout.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.benchmarks.peer.Peer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    private Path directory;

    private final List<Object> runs = new ArrayList<>();

    @Test
    void aTableHasARowForEachPeerAndAColumnForEachSize() throws Exception {
        timing("ours", "miss", 100, 10, 12, 11);
        timing("ours", "miss", 1_000_000, 20, 30, 24);
        timing("hash-map", "miss", 100, 500, 700, 600);

        var report = report();

        assertThat(report)
                .contains("|  | 100 | 1,000,000 | allocated per log |")
                .contains("| Lookout, in batches | 11 (10 to 12) | 24 (20 to 30) | 0 B |")
                .contains("| HashMap&lt;address, int[]&gt; | 600 (500 to 700) |  | 0 B |");
    }

    @Test
    void theChartIsWellFormedAndNamesEveryPeer() throws Exception {
        for (Peer peer : Peer.values()) {
            timing(peer.label(), "miss", 100, 10 + peer.title().length());
            timing(peer.label(), "hit", 100, 20 + peer.title().length());
            timing(peer.label(), "hit", 100_000, 2_000 + peer.title().length());
        }

        report();

        var svg = Files.readString(directory.resolve("test-wallet.svg"));
        var xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(xml.getElementsByTagName("polyline").getLength()).isEqualTo(3 * Peer.values().length);
        assertThat(xml.getDocumentElement().getTextContent())
                .contains(List.of(Peer.values()).stream().map(Peer::title).toList());
    }

    @Test
    void goalsAreHeldAgainstWhatWasMeasured() throws Exception {
        timing("ours", "miss", 1_000_000, 24);
        timing("ours", "hit", 1_000_000, 130);
        Figures.write(directory.resolve("test-probes.json"), List.of(ratio(40_000), ratio(60_000), ratio(61_000)));

        assertThat(report())
                .contains("| 1M subscriptions, no match | <= 25 ns per log | 24 | met |")
                .contains("| 1M subscriptions, 1-4 matches | <= 100 ns per log | 130 | missed |")
                .contains("| over the linear scan, 100k, no match | >= 50,000 times | 60,000 | met |")
                .contains("| wallet subscription | <= 64 bytes | not measured here |  |");
    }

    @Test
    void aReaderIsComparedWithItselfUndisturbed() throws Exception {
        load(0, 256 * 100, 1e6);
        load(300_000, 256 * 108, 16 * 1e9 / 300_000);

        assertThat(report())
                .contains("| hit, 1,000,000 | 300,000 | 300,000 | 108 | +8.0 % |")
                .contains("| what that costs the reader | <= 10 per cent | 8.00 | met |");
    }

    private String report() throws Exception {
        var results = new Results(directory, "test");
        Figures.write(results.timings(), runs);
        Figures.write(results.metadata(), Map.of("commit", "abc"));
        Report.write(results);
        return Files.readString(directory.resolve("test-report.md"));
    }

    /** As JMH writes it, one fork for each figure. */
    private void timing(String peer, String traffic, int subscriptions, double... nanos) {
        runs.add(Map.of(
                "benchmark",
                "dev.lookout.benchmarks.MatchBenchmark.match",
                "forks",
                3,
                "params",
                Map.of(
                        "peer",
                        peer,
                        "mix",
                        "wallet",
                        "traffic",
                        traffic,
                        "subscriptions",
                        Integer.toString(subscriptions),
                        "fanOut",
                        "1"),
                "primaryMetric",
                Map.of("rawData", List.of(nanos)),
                "secondaryMetrics",
                Map.of("gc.alloc.rate.norm", Map.of("rawData", List.of(List.of(0.001))))));
    }

    private void load(long rate, double reader, double writer) {
        runs.add(Map.of(
                "benchmark",
                "dev.lookout.benchmarks.LoadBenchmark.load",
                "params",
                Map.of("traffic", "hit", "subscriptions", "1000000", "rate", Long.toString(rate)),
                "secondaryMetrics",
                Map.of(
                        "reader", Map.of("rawData", List.of(List.of(reader))),
                        "writer", Map.of("rawData", List.of(List.of(writer))))));
    }

    private static Map<String, Object> ratio(double ratio) {
        return Map.of(
                "probe", "ratio",
                "peer", "ours",
                "mix", "wallet",
                "traffic", "miss",
                "subscriptions", 100_000,
                "ratio", ratio);
    }
}
