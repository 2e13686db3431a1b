package dev.lookout.benchmarks.peer;

import io.moquette.broker.subscriptions.MoquetteTree;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/** Everything that is measured beside our engine, and the engine. */
public enum Peer {
    LINEAR("go-vite-shaped scan", true, 1, 1 << 16, LinearScan::new),
    BESU("Besu-shaped scan", false, 1, 1 << 14, StreamingScan::new),
    BLOOM("block bloom, then scan", true, 256, 1 << 14, BloomScan::new),
    HASH_MAP("HashMap<address, int[]>", true, 256, 1 << 16, AddressMap::new),
    MOQUETTE("Moquette CTrie 0.17", false, 256, 1 << 16, MoquetteTree::new),
    HIVEMQ("HiveMQ topic tree 2025.5", false, 256, 1 << 16, HiveMqTree::new),
    LUCENE("Lucene Monitor 9.11.1", false, 128, 1 << 13, LuceneMonitor::new);

    private final String title;
    private final boolean testsHeights;
    private final int logsPerCall;
    private final int streamLength;
    private final Supplier<Matcher<?>> maker;

    Peer(String title, boolean testsHeights, int logsPerCall, int streamLength, Supplier<Matcher<?>> maker) {
        this.title = title;
        this.testsHeights = testsHeights;
        this.logsPerCall = logsPerCall;
        this.streamLength = streamLength;
        this.maker = maker;
    }

    /** As spelled on the command line and in the result files: {@code hash-map}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For tables and charts. */
    public String title() {
        return title;
    }

    /** Whether it knows ranges of heights. One that does not is given, and compared on, the workload without ranges. */
    public boolean testsHeights() {
        return testsHeights;
    }

    /** Logs it is given at a time: those of a block or batch where it makes something of that, one where it is slow. */
    public int logsPerCall() {
        return logsPerCall;
    }

    /** Logs of the stream, a multiple of {@link #logsPerCall}; shorter where its own form of a log is heavy. */
    public int streamLength() {
        return streamLength;
    }

    /** A new matcher without subscriptions. */
    public Matcher<?> newMatcher() {
        return maker.get();
    }

    /** @throws IllegalArgumentException naming the labels there are */
    public static Peer of(String label) {
        for (Peer peer : values()) {
            if (peer.label().equals(label)) {
                return peer;
            }
        }
        throw new IllegalArgumentException("No peer '" + label + "'. There are: "
                + Arrays.stream(values()).map(Peer::label).toList());
    }
}
