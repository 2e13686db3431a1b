package dev.lookout.topics;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Filters and logs drawn from few values, so that they meet; each in the form of the engine and of {@link SpecMatcher}.
 */
final class RandomWorld {
    private static final long[] HEIGHTS = {0, 1, 2, 3, 7, 100, Long.MAX_VALUE, Long.MIN_VALUE, -2, -1};

    private final SplittableRandom random;
    private final byte[][] addresses;
    private final byte[][] signatures;
    private final byte[][] topics;

    RandomWorld(SplittableRandom random, int values) {
        this.random = random;
        addresses = new byte[values][];
        for (int i = 0; i < values; i++) {
            // 20 and 21 bytes, the longer one now and then the shorter one and a zero byte
            addresses[i] = bytes(i % 3 == 0 ? 20 : 21, 0);
            if (i % 3 == 1 && i > 0) {
                System.arraycopy(addresses[i - 1], 0, addresses[i], 0, 20);
                addresses[i][20] = 0;
            }
        }
        signatures = new byte[Math.max(3, values / 4)][];
        for (int i = 0; i < signatures.length; i++) {
            signatures[i] = bytes(32, 0);
        }
        topics = new byte[values][];
        for (int i = 0; i < values; i++) {
            topics[i] = bytes(32, i == 0 ? 32 : i % 4 == 0 ? 0 : 12); // mostly wallets; the zero topic, too
        }
    }

    private RandomWorld(SplittableRandom random, RandomWorld values) {
        this.random = random;
        this.addresses = values.addresses;
        this.signatures = values.signatures;
        this.topics = values.topics;
    }

    /** The same values, chosen by another source. */
    RandomWorld with(SplittableRandom other) {
        return new RandomWorld(other, this);
    }

    record Wanted(LogFilter filter, SpecMatcher.Filter spec) {}

    Wanted filter() {
        var builder = LogFilter.builder();
        Map<String, SpecMatcher.Range> spec = null;
        if (random.nextInt(10) < 3) {
            builder.anyAddress();
        } else {
            spec = new LinkedHashMap<>();
            int count = random.nextInt(4) == 0 ? 1 + random.nextInt(12) : 1;
            for (int i = 0; i < count; i++) {
                byte[] address = addresses[random.nextInt(addresses.length)];
                long from = random.nextInt(3) == 0 ? height() : 0;
                long to = random.nextInt(3) == 0 ? height() : 0;
                builder.address(address, from, to);
                spec.put(hex(address), new SpecMatcher.Range(SpecMatcher.unsigned(from), SpecMatcher.unsigned(to)));
            }
        }
        var positions = new ArrayList<List<String>>();
        int count = random.nextInt(40) == 0 ? 5 : random.nextInt(5);
        for (int i = 0; i < count; i++) {
            var alternatives = new ArrayList<byte[]>();
            int kind = random.nextInt(20);
            int size = kind < 7
                    ? 0
                    : kind < 14 ? 1 : kind < 19 ? 2 + random.nextInt(4) : 1 + random.nextInt(2 * topics.length);
            for (int k = 0; k < size; k++) {
                alternatives.add(topicFor(i));
            }
            builder.topics(alternatives);
            positions.add(alternatives.stream().map(RandomWorld::hex).toList());
        }
        return new Wanted(builder.build(), new SpecMatcher.Filter(spec, positions));
    }

    /** Adds a log to the batch. Returns the same log for the rule. */
    SpecMatcher.Log addLog(LogBatch batch) {
        return addLog(batch, addresses[random.nextInt(addresses.length)], height());
    }

    SpecMatcher.Log addLog(LogBatch batch, byte[] address, long height) {
        batch.add(address, height);
        int count = random.nextInt(5);
        var spec = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            byte[] topic = random.nextInt(8) == 0 ? bytes(32, 0) : topicFor(i);
            batch.topic(topic);
            spec.add(hex(topic));
        }
        return new SpecMatcher.Log(hex(address), SpecMatcher.unsigned(height), spec);
    }

    byte[] address() {
        return addresses[random.nextInt(addresses.length)];
    }

    long height() {
        return HEIGHTS[random.nextInt(HEIGHTS.length)];
    }

    private byte[] topicFor(int position) {
        byte[][] from = position == 0 && random.nextInt(10) > 0 ? signatures : topics;
        return from[random.nextInt(from.length)];
    }

    private byte[] bytes(int length, int zeros) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        for (int i = 0; i < Math.min(zeros, length); i++) {
            bytes[i] = 0;
        }
        return bytes;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
