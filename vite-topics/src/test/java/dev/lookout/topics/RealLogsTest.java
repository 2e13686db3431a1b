package dev.lookout.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters made from real logs, matched against real logs: skewed addresses and signatures, wallets with zeros in front. */
class RealLogsTest {
    private static final Path LOGS =
            Path.of(System.getProperty("lookout.root", "."), "../shared/data/evm-logs.jsonl.gz");
    private static final Pattern HEX = Pattern.compile("\"0x([0-9a-f]*)\"");
    private static final Pattern BLOCK = Pattern.compile("\"blockNumber\":(\\d+)");

    /** The address, then the topics. */
    private record RealLog(long height, List<byte[]> values) {
        byte[] address() {
            return values.get(0);
        }

        List<byte[]> topics() {
            return values.subList(1, values.size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Integer.MAX_VALUE})
    void findsWhatTheRuleSaysInRealBlocks(int stagedFrom) throws IOException {
        Assumptions.assumeTrue(Files.exists(LOGS), "skipped: no real logs at " + LOGS);
        List<RealLog> logs = read();
        var random = new SplittableRandom(11);
        var index = TopicIndex.withSeed(IndexLimits.DEFAULT, 5, stagedFrom);
        Map<Integer, SpecMatcher.Filter> live = new LinkedHashMap<>();
        for (int i = 0; i < 1_500; i++) {
            subscribe(index, logs, random, live);
        }
        var batch = new LogBatch(logs.size());
        for (RealLog log : logs) {
            batch.add(log.address(), log.height());
            log.topics().forEach(batch::topic);
        }

        List<List<Integer>> found = MatchesOf.all(index.newReader(), batch, new Matches(500, 20_000), false);

        for (int i = 0; i < logs.size(); i += 3) {
            var spec = spec(logs.get(i));
            var expected = new ArrayList<Integer>();
            live.forEach((id, filter) -> {
                if (SpecMatcher.matches(filter, spec)) {
                    expected.add(id);
                }
            });
            assertThat(SpecMatcher.sorted(found.get(i))).as("log %d", i).isEqualTo(SpecMatcher.sorted(expected));
        }
    }

    /** A filter that some log fits: its address or any, and some of its topics, with strangers beside them. */
    private static void subscribe(
            TopicIndex index, List<RealLog> logs, SplittableRandom random, Map<Integer, SpecMatcher.Filter> live) {
        RealLog log = logs.get(random.nextInt(logs.size()));
        var filter = LogFilter.builder();
        Map<String, SpecMatcher.Range> addresses = null;
        if (random.nextInt(3) == 0) {
            filter.anyAddress();
        } else {
            long from = random.nextInt(4) == 0 ? log.height() + random.nextInt(3) - 1 : 0;
            filter.address(log.address(), from, 0);
            addresses = Map.of(
                    HexFormat.of().formatHex(log.address()),
                    new SpecMatcher.Range(SpecMatcher.unsigned(from), SpecMatcher.unsigned(0)));
        }
        var positions = new ArrayList<List<String>>();
        int count = random.nextInt(log.topics().size() + 1);
        for (int i = 0; i < count; i++) {
            var alternatives = new ArrayList<byte[]>();
            if (random.nextInt(3) > 0) {
                alternatives.add(log.topics().get(i));
                if (random.nextInt(4) == 0) {
                    alternatives.add(Bytes.wallet(random.nextInt(99)));
                }
            }
            filter.topics(alternatives);
            positions.add(alternatives.stream().map(HexFormat.of()::formatHex).toList());
        }
        live.put(index.subscribe(filter.build()), new SpecMatcher.Filter(addresses, positions));
    }

    private static SpecMatcher.Log spec(RealLog log) {
        return new SpecMatcher.Log(
                HexFormat.of().formatHex(log.address()),
                SpecMatcher.unsigned(log.height()),
                log.topics().stream().map(HexFormat.of()::formatHex).toList());
    }

    private static List<RealLog> read() throws IOException {
        var logs = new ArrayList<RealLog>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(LOGS)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var values = new ArrayList<byte[]>();
                var hex = HEX.matcher(line);
                while (hex.find()) {
                    values.add(HexFormat.of().parseHex(hex.group(1)));
                }
                var block = BLOCK.matcher(line);
                assertThat(block.find()).as(line).isTrue();
                logs.add(new RealLog(Long.parseLong(block.group(1)), values));
            }
        }
        return logs;
    }
}
