package dev.lookout.client;

import dev.lookout.model.vigil.ApiKey;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How a {@link VigilClient} behaves; what is not set has the default named at the builder's method. Immutable. */
public final class VigilClientOptions {
    private final URI uri;
    private final ApiKey key;
    private final Duration connectTimeout;
    private final Duration heartbeatInterval;
    private final Duration deadPeerAfter;
    private final Duration firstBackoff;
    private final Duration maxBackoff;
    private final Duration healthyAfter;
    private final Duration closeWait;
    private final int maxMessageBytes;
    private final int bufferItems;
    private final long bufferBytes;
    private final int dedupWindow;
    private final @Nullable Executor executor;
    private final @Nullable ScheduledExecutorService scheduler;
    private final InstantSource clock;
    private final RandomGenerator random;

    private VigilClientOptions(Builder from) {
        uri = from.uri;
        key = from.key;
        connectTimeout = from.connectTimeout;
        heartbeatInterval = from.heartbeatInterval;
        deadPeerAfter = from.deadPeerAfter;
        firstBackoff = from.firstBackoff;
        maxBackoff = from.maxBackoff;
        healthyAfter = from.healthyAfter;
        closeWait = from.closeWait;
        maxMessageBytes = from.maxMessageBytes;
        bufferItems = from.bufferItems;
        bufferBytes = from.bufferBytes;
        dedupWindow = from.dedupWindow;
        executor = from.executor;
        scheduler = from.scheduler;
        clock = from.clock;
        random = from.random;
    }

    /**
     * @param uri {@code ws} or {@code wss}
     * @param key the account's <em>read</em> key: the write key works too, but whoever has it can spend from the account (VIGIL D-5)
     */
    public static Builder builder(URI uri, ApiKey key) {
        return new Builder(uri, key);
    }

    public URI uri() {
        return uri;
    }

    public ApiKey key() {
        return key;
    }

    public Duration connectTimeout() {
        return connectTimeout;
    }

    public Duration heartbeatInterval() {
        return heartbeatInterval;
    }

    public Duration deadPeerAfter() {
        return deadPeerAfter;
    }

    public Duration closeWait() {
        return closeWait;
    }

    public int maxMessageBytes() {
        return maxMessageBytes;
    }

    public int bufferItems() {
        return bufferItems;
    }

    public long bufferBytes() {
        return bufferBytes;
    }

    public int dedupWindow() {
        return dedupWindow;
    }

    Duration healthyAfter() {
        return healthyAfter;
    }

    ReconnectPolicy newReconnectPolicy() {
        return new ReconnectPolicy(firstBackoff, maxBackoff, random);
    }

    Optional<Executor> executor() {
        return Optional.ofNullable(executor);
    }

    Optional<ScheduledExecutorService> scheduler() {
        return Optional.ofNullable(scheduler);
    }

    InstantSource clock() {
        return clock;
    }

    /** Collects options; not for several threads. */
    public static final class Builder {
        private final URI uri;
        private final ApiKey key;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration heartbeatInterval = Duration.ofSeconds(15);
        private Duration deadPeerAfter = Duration.ofSeconds(45);
        private Duration firstBackoff = Duration.ofSeconds(1);
        private Duration maxBackoff = Duration.ofSeconds(60);
        private Duration healthyAfter = Duration.ofSeconds(60);
        private Duration closeWait = Duration.ofSeconds(5);
        private int maxMessageBytes = 4 << 20;
        private int bufferItems = 4096;
        private long bufferBytes = 64L << 20;
        private int dedupWindow = 10_000;
        private @Nullable Executor executor;
        private @Nullable ScheduledExecutorService scheduler;
        private InstantSource clock = InstantSource.system();
        private RandomGenerator random = new SecureRandom();

        private Builder(URI uri, ApiKey key) {
            this.uri = Checks.scheme(uri, "ws", "wss");
            this.key = key;
        }

        /** For TCP, TLS and the opening handshake together; default 10 s. */
        public Builder connectTimeout(Duration limit) {
            connectTimeout = Checks.positive("connectTimeout", limit);
            return this;
        }

        /** Between heartbeats; default 15 s, the documents ask for 15 to 30 s: at 15 s one lost frame still leaves us inside. */
        public Builder heartbeatInterval(Duration interval) {
            heartbeatInterval = Checks.positive("heartbeatInterval", interval);
            return this;
        }

        /** A peer from which nothing came for this long is taken for dead; default 45 s. */
        public Builder deadPeerAfter(Duration silence) {
            deadPeerAfter = Checks.positive("deadPeerAfter", silence);
            return this;
        }

        /** Ceilings of the wait before a reconnect: the first, doubling up to the last; default 1 s and 60 s. */
        public Builder backoff(Duration first, Duration most) {
            firstBackoff = Checks.positive("first backoff", first);
            maxBackoff = Checks.positive("largest backoff", most);
            return this;
        }

        /** After this long of acknowledged streaming the back-off starts small again; default 60 s. */
        public Builder healthyAfter(Duration streaming) {
            healthyAfter = Checks.positive("healthyAfter", streaming);
            return this;
        }

        /** How long {@link VigilClient#close} waits for {@code unregister:ack} while still delivering; default 5 s. */
        public Builder closeWait(Duration limit) {
            closeWait = Checks.positive("closeWait", limit);
            return this;
        }

        /** Largest inbound message; default 4 MiB. The protocol's servers send at most 1 MiB. */
        public Builder maxMessageBytes(int bytes) {
            maxMessageBytes = Checks.positive("maxMessageBytes", bytes);
            return this;
        }

        /** What a slow consumer may have waiting before the client ends with SlowConsumerException; default 4096 items, 64 MiB. */
        public Builder buffer(int items, long bytes) {
            bufferItems = Checks.positive("buffer items", items);
            bufferBytes = Checks.positive("buffer bytes", bytes);
            return this;
        }

        /** How many of the newest pushes are remembered to drop repetitions; default 10 000. */
        public Builder dedupWindow(int pushes) {
            dedupWindow = Checks.positive("dedupWindow", pushes);
            return this;
        }

        /** Runs listeners and subscribers; default a few daemon threads of the client's own. Not shut down by the client. */
        public Builder executor(Executor other) {
            executor = other;
            return this;
        }

        /** Runs timers; default one daemon thread of the client's own. Not shut down by the client. */
        public Builder scheduler(ScheduledExecutorService other) {
            scheduler = other;
            return this;
        }

        /** Default the system's clock. */
        public Builder clock(InstantSource other) {
            clock = other;
            return this;
        }

        /** Spreads reconnects; default a {@link SecureRandom}. */
        public Builder random(RandomGenerator other) {
            random = other;
            return this;
        }

        public VigilClientOptions build() {
            return new VigilClientOptions(this);
        }
    }
}
