package dev.lookout.benchmarks.peer;

import io.moquette.broker.subscriptions.MoquetteTree;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;

/** Everything that is measured beside our engine, and the engine. */
public enum Peer {
    OURS("Lookout, in batches", true, 256, 1 << 18, ids -> new IndexMatcher(ids, IndexMatcher.Call.BATCH)),
    OURS_SINGLE("Lookout, one at a time", true, 256, 1 << 18, ids -> new IndexMatcher(ids, IndexMatcher.Call.SINGLE)),
    LINEAR("go-vite-shaped scan", true, 1, 1 << 16, ids -> new LinearScan()),
    BESU("Besu-shaped scan", false, 1, 1 << 14, ids -> new StreamingScan()),
    BLOOM("block bloom, then scan", true, 256, 1 << 14, ids -> new BloomScan()),
    HASH_MAP("HashMap<address, int[]>", true, 16, 1 << 16, ids -> new AddressMap()),
    MOQUETTE("Moquette CTrie 0.17", false, 256, 1 << 16, ids -> new MoquetteTree()),
    HIVEMQ("HiveMQ topic tree 2025.5", false, 256, 1 << 16, ids -> new HiveMqTree()),
    LUCENE("Lucene Monitor 9.11.1", false, 128, 1 << 13, ids -> new LuceneMonitor());

    private final String title;
    private final boolean testsHeights;
    private final int logsPerCall;
    private final int streamLength;

    @SuppressWarnings("ImmutableEnumChecker") // functions that capture nothing
    private final IntFunction<Matcher<?>> maker;

    Peer(String title, boolean testsHeights, int logsPerCall, int streamLength, IntFunction<Matcher<?>> maker) {
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

    /**
     * A new matcher without subscriptions.
     *
     * @param ids ids will be below this number; a hint for what the benchmark itself has to remember
     */
    public Matcher<?> newMatcher(int ids) {
        return maker.apply(ids);
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
