package dev.lookout.benchmarks.workload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Logs of real blocks from a gzipped file of JSON lines ({@code address}, {@code topics}, {@code blockNumber}), and
 * subscribers of whom one in ten follows a contract, wallet or signature that occurs in them. An EVM address has 20
 * bytes; a zero byte makes it 21.
 */
final class RealLogs {
    private static final int FOLLOWERS_PER_CENT = 10;

    private record Line(Address address, long height, List<Word> topics) {}

    private final List<Line> lines;

    private RealLogs(List<Line> lines) {
        this.lines = lines;
    }

    /** @throws UncheckedIOException when the file is missing or not what it should be */
    static RealLogs read(Path file) {
        var json = new ObjectMapper();
        var lines = new ArrayList<Line>();
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line(json.readTree(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the real logs from " + file, e);
        }
        return new RealLogs(lines);
    }

    private static Line line(JsonNode node) {
        var topics = new ArrayList<Word>();
        node.get("topics").forEach(topic -> topics.add(word(topic.asString())));
        return new Line(
                address(node.get("address").asString()), node.get("blockNumber").asLong(), topics);
    }

    private static Address address(String hex) {
        var value = new BigInteger(hex.substring(2), 16).shiftLeft(8);
        return new Address(
                value.shiftRight(104).longValue(), value.shiftRight(40).longValue(), value.longValue());
    }

    private static Word word(String hex) {
        var value = new BigInteger(hex.substring(2), 16);
        return new Word(
                value.shiftRight(192).longValue(),
                value.shiftRight(128).longValue(),
                value.shiftRight(64).longValue(),
                value.longValue());
    }

    /** The logs in the order of the file, from the start again until there are so many. */
    LogStream logs(int count) {
        var logs = new LogStream.Builder(count);
        for (int i = 0; i < count; i++) {
            var line = lines.get(i % lines.size());
            logs.add(line.address(), line.height(), line.topics().toArray(new Word[0]));
        }
        return logs.build();
    }

    Population population(Mix mix, int subscriptions) {
        return new Followers(lines, SyntheticPopulation.of(mix, subscriptions, 1, true));
    }

    private static final class Followers implements Population {
        private final List<Address> contracts;
        private final List<Word> wallets;
        private final List<Word> signatures;
        private final SyntheticPopulation strangers;

        Followers(List<Line> lines, SyntheticPopulation strangers) {
            this.strangers = strangers;
            Set<Word> parameters = new HashSet<>();
            lines.forEach(line -> parameters.addAll(line.topics()
                    .subList(Math.min(1, line.topics().size()), line.topics().size())));
            // Each value once, in an order that depends on nothing but the values.
            wallets = parameters.stream()
                    .sorted(java.util.Comparator.comparing(Word::toString))
                    .toList();
            contracts = lines.stream().map(Line::address).distinct().toList();
            signatures = lines.stream()
                    .filter(line -> !line.topics().isEmpty())
                    .map(line -> line.topics().get(0))
                    .toList();
        }

        @Override
        public Address contract(SplittableRandom random) {
            return follows(random) ? one(contracts, random) : strangers.contract(random);
        }

        @Override
        public Address contract(long rank) {
            return strangers.contract(rank);
        }

        @Override
        public Address token(SplittableRandom random) {
            return follows(random) ? one(contracts, random) : strangers.token(random);
        }

        @Override
        public Word wallet(SplittableRandom random) {
            return follows(random) ? one(wallets, random) : strangers.wallet(random);
        }

        @Override
        public Word signature(SplittableRandom random) {
            return one(signatures, random);
        }

        @Override
        public int fanOut() {
            return 1;
        }

        private static boolean follows(SplittableRandom random) {
            return random.nextInt(100) < FOLLOWERS_PER_CENT;
        }

        private static <T> T one(List<T> values, SplittableRandom random) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
