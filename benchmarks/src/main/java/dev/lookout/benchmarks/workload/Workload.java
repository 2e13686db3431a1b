package dev.lookout.benchmarks.workload;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions of one mix and a stream of logs for them. The n-th filter is made when it is asked for and is the same
 * each time, so that a million of them need no memory.
 *
 * <p>Immutable; any thread.
 */
public final class Workload {
    /** The seed of all committed figures. */
    public static final long SEED = 20_261_122L;

    static final long FIRST_HEIGHT = 1_000_000;
    private static final int LOGS_PER_BLOCK = 256;
    private static final long STREAM = -1;
    private static final long AGE = -2;

    private final Mix mix;
    private final Traffic traffic;
    private final int subscriptions;
    private final long seed;
    private final boolean ranges;
    private final Population subscribers;
    private final @Nullable RealLogs real;

    private Workload(Builder from) {
        this.mix = from.mix;
        this.traffic = from.traffic;
        this.subscriptions = from.subscriptions;
        this.seed = from.seed;
        this.ranges = from.ranges;
        this.real = traffic == Traffic.REAL ? RealLogs.read(from.realLogs) : null;
        this.subscribers = real != null
                ? real.population(mix, subscriptions)
                : SyntheticPopulation.of(mix, subscriptions, from.fanOut, traffic == Traffic.MISS);
    }

    public static Builder of(Mix mix, Traffic traffic, int subscriptions) {
        return new Builder(mix, traffic, subscriptions);
    }

    public int subscriptions() {
        return subscriptions;
    }

    /** How often every subscription is replaced by a new one before anything is measured. */
    public int generations() {
        return mix == Mix.CHURN ? 1 : 0;
    }

    /** @param id from 0; ids beyond the number of subscriptions are fresh ones of the same kind, for replacing */
    public Filter filter(int id) {
        var filter = mix.filter(subscribers, id, Mixing.random(seed, id));
        return ranges ? filter : filter.withoutRanges();
    }

    /** The order in which subscriptions are replaced: a permutation of 0 .. subscriptions - 1. */
    public int[] replacementOrder() {
        var random = Mixing.random(seed, AGE);
        var order = new int[subscriptions];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    public LogStream logs(int count) {
        if (real != null) {
            return real.logs(count);
        }
        // A miss is a matter of who subscribes: the stream is the one that a hit would have.
        var chain = SyntheticPopulation.of(mix, subscriptions, subscribers.fanOut(), false);
        var generator = new LogGenerator(chain, Mixing.random(seed, STREAM));
        return mix == Mix.FAN_OUT ? generator.transfers(count) : generator.logs(count);
    }

    /** Logs of one block share a height. */
    static long height(int log) {
        return FIRST_HEIGHT + log / LOGS_PER_BLOCK;
    }

    /** Optional parts of a workload: seed {@link #SEED}, one subscriber to a fan-out key, heights as the mix has them. */
    public static final class Builder {
        private final Mix mix;
        private final Traffic traffic;
        private final int subscriptions;
        private long seed = SEED;
        private int fanOut = 1;
        private boolean ranges = true;
        private Path realLogs = Path.of("evm-logs.jsonl.gz");

        private Builder(Mix mix, Traffic traffic, int subscriptions) {
            this.mix = mix;
            this.traffic = traffic;
            this.subscriptions = subscriptions;
        }

        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** Subscribers to one key of {@link Mix#FAN_OUT}. */
        public Builder fanOut(int value) {
            fanOut = value;
            return this;
        }

        /** Opens every range of heights, for matchers that know none. */
        public Builder withoutRanges() {
            ranges = false;
            return this;
        }

        /** Where the logs of {@link Traffic#REAL} are. */
        public Builder realLogs(Path file) {
            realLogs = file;
            return this;
        }

        public Workload build() {
            return new Workload(this);
        }
    }
}
