package dev.lookout.client;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** How a {@link ViteClient} behaves; what is not set has the default named at the builder's method. Immutable. */
public final class ViteClientOptions {
    private final URI uri;
    private final Duration connectTimeout;
    private final Duration requestTimeout;
    private final Duration pingInterval;
    private final Duration pollInterval;
    private final int pollAttempts;
    private final Duration closeWait;
    private final int maxMessageBytes;
    private final int bufferItems;
    private final long bufferBytes;
    private final @Nullable Executor executor;
    private final @Nullable ScheduledExecutorService scheduler;
    private final InstantSource clock;

    private ViteClientOptions(Builder from) {
        uri = from.uri;
        connectTimeout = from.connectTimeout;
        requestTimeout = from.requestTimeout;
        pingInterval = from.pingInterval;
        pollInterval = from.pollInterval;
        pollAttempts = from.pollAttempts;
        closeWait = from.closeWait;
        maxMessageBytes = from.maxMessageBytes;
        bufferItems = from.bufferItems;
        bufferBytes = from.bufferBytes;
        executor = from.executor;
        scheduler = from.scheduler;
        clock = from.clock;
    }

    /** @param uri {@code ws} or {@code wss} for callbacks, {@code http} or {@code https} for polling */
    public static Builder builder(URI uri) {
        return new Builder(uri);
    }

    public URI uri() {
        return uri;
    }

    public Duration connectTimeout() {
        return connectTimeout;
    }

    public Duration requestTimeout() {
        return requestTimeout;
    }

    public Duration pingInterval() {
        return pingInterval;
    }

    public Duration pollInterval() {
        return pollInterval;
    }

    public int pollAttempts() {
        return pollAttempts;
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

    /** Whether streams are polled over HTTP, for want of a WebSocket address. */
    public boolean polls() {
        return uri.getScheme().toLowerCase(Locale.ROOT).startsWith("http");
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
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration requestTimeout = Duration.ofSeconds(30);
        private Duration pingInterval = Duration.ofSeconds(30);
        private Duration pollInterval = Duration.ofSeconds(1);
        private int pollAttempts = 5;
        private Duration closeWait = Duration.ofSeconds(5);
        private int maxMessageBytes = 16 << 20;
        private int bufferItems = 16_384;
        private long bufferBytes = 64L << 20;
        private @Nullable Executor executor;
        private @Nullable ScheduledExecutorService scheduler;
        private InstantSource clock = InstantSource.system();

        private Builder(URI uri) {
            this.uri = Checks.scheme(uri, "ws", "wss", "http", "https");
        }

        /** For TCP, TLS and the opening handshake together; default 10 s. */
        public Builder connectTimeout(Duration limit) {
            connectTimeout = Checks.positive("connectTimeout", limit);
            return this;
        }

        /** From the call to the answer; default 30 s. */
        public Builder requestTimeout(Duration limit) {
            requestTimeout = Checks.positive("requestTimeout", limit);
            return this;
        }

        /** Between own Pings; default 30 s, because proxies in front of public nodes cut sockets that are idle for 60 s (VITE 1.3). */
        public Builder pingInterval(Duration interval) {
            pingInterval = Checks.positive("pingInterval", interval);
            return this;
        }

        /** Between the answer to a poll and the next one; default 1 s. Filters expire when not polled for 5 minutes. */
        public Builder pollInterval(Duration interval) {
            pollInterval = Checks.positive("pollInterval", interval);
            return this;
        }

        /** Polls in a row that may fail before the stream ends; default 5. */
        public Builder pollAttempts(int attempts) {
            pollAttempts = Checks.positive("pollAttempts", attempts);
            return this;
        }

        /** How long {@link ViteClient#close} waits for the answers to its unsubscribes; default 5 s. */
        public Builder closeWait(Duration limit) {
            closeWait = Checks.positive("closeWait", limit);
            return this;
        }

        /** Largest inbound message; default 16 MiB, because a node puts any number of results into one. */
        public Builder maxMessageBytes(int bytes) {
            maxMessageBytes = Checks.positive("maxMessageBytes", bytes);
            return this;
        }

        /** What a slow consumer may have waiting before its stream ends with SlowConsumerException; default 16 384 items, 64 MiB. */
        public Builder buffer(int items, long bytes) {
            bufferItems = Checks.positive("buffer items", items);
            bufferBytes = Checks.positive("buffer bytes", bytes);
            return this;
        }

        /** Runs listeners, subscribers and what hangs on futures; default a few daemon threads of the client's own. */
        public Builder executor(Executor other) {
            executor = other;
            return this;
        }

        /** Runs timers; default one daemon thread of the client's own. Not shut down by the client. */
        public Builder scheduler(ScheduledExecutorService other) {
            scheduler = other;
            return this;
        }

        /** Tells the time of gaps; default the system's clock. */
        public Builder clock(InstantSource other) {
            clock = other;
            return this;
        }

        public ViteClientOptions build() {
            return new ViteClientOptions(this);
        }
    }
}
