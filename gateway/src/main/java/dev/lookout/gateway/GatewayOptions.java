package dev.lookout.gateway;

import dev.lookout.gateway.chain.ChainSource;
import dev.lookout.gateway.evm.ContractBook;
import dev.lookout.gateway.evm.EvmChainEvent;
import dev.lookout.gateway.vigil.InMemoryKeyRing;
import dev.lookout.gateway.vigil.KeyRing;
import dev.lookout.gateway.vigil.VigilOptions;
import dev.lookout.gateway.vite.ViteChainEvent;
import dev.lookout.gateway.vite.ViteOptions;
import dev.lookout.transport.TransportLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** How a {@link Gateway} is set up. Built by {@link #builder()}; every setter names its default. */
public final class GatewayOptions {
    private final String host;
    private final int port;
    private final int waitFor;
    private final int keptEvents;
    private final long keptBytes;
    private final TransportLimits transport;
    private final ViteOptions vite;
    private final Optional<ChainSource<ViteChainEvent>> viteSource;
    private final VigilOptions vigil;
    private final KeyRing keys;
    private final ContractBook contracts;
    private final Duration readerPatience;
    private final Optional<ChainSource<EvmChainEvent>> evmSource;
    private final InstantSource clock;

    private GatewayOptions(Builder builder) {
        host = builder.host;
        port = builder.port;
        waitFor = builder.waitFor;
        keptEvents = builder.keptEvents;
        keptBytes = builder.keptBytes;
        transport = builder.transport;
        vite = builder.vite;
        viteSource = builder.viteSource;
        vigil = builder.vigil;
        keys = builder.keys;
        contracts = builder.contracts;
        readerPatience = builder.readerPatience;
        evmSource = builder.evmSource;
        clock = builder.clock;
    }

    public static Builder builder() {
        return new Builder();
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public int waitFor() {
        return waitFor;
    }

    public int keptEvents() {
        return keptEvents;
    }

    public long keptBytes() {
        return keptBytes;
    }

    public TransportLimits transport() {
        return transport;
    }

    public ViteOptions vite() {
        return vite;
    }

    public Optional<ChainSource<ViteChainEvent>> viteSource() {
        return viteSource;
    }

    public VigilOptions vigil() {
        return vigil;
    }

    public KeyRing keys() {
        return keys;
    }

    public ContractBook contracts() {
        return contracts;
    }

    public Duration readerPatience() {
        return readerPatience;
    }

    public Optional<ChainSource<EvmChainEvent>> evmSource() {
        return evmSource;
    }

    public InstantSource clock() {
        return clock;
    }

    /** Collects options; not for several threads. */
    public static final class Builder {
        private String host = "127.0.0.1";
        private int port = 8545;
        private int waitFor;
        private int keptEvents = 100_000;
        private long keptBytes = 256L << 20;
        private TransportLimits transport = TransportLimits.DEFAULT;
        private ViteOptions vite = ViteOptions.builder().build();
        private Optional<ChainSource<ViteChainEvent>> viteSource = Optional.empty();
        private VigilOptions vigil = VigilOptions.defaults();
        private KeyRing keys = new InMemoryKeyRing();
        private ContractBook contracts = ContractBook.EMPTY;
        private Duration readerPatience = Duration.ofMillis(200);
        private Optional<ChainSource<EvmChainEvent>> evmSource = Optional.empty();
        private InstantSource clock = InstantSource.system();

        private Builder() {}

        /** Address to bind. Default 127.0.0.1: who wants to be reached from elsewhere says so. */
        public Builder host(String address) {
            host = address;
            return this;
        }

        /** Port to bind, 0 = a free one. Default 8545. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** Sources start once so many subscriptions, filters and sessions stand at one time. Default 0: at once. */
        public Builder waitFor(int listeners) {
            waitFor = listeners;
            return this;
        }

        /** How many events of each chain are kept for polling filters and late readers. Default 100 000. */
        public Builder keptEvents(int events) {
            keptEvents = events;
            return this;
        }

        /** How many bytes the kept events of each chain may hold, estimated. Default 256 MiB. */
        public Builder keptBytes(long bytes) {
            keptBytes = bytes;
            return this;
        }

        /** Default {@link TransportLimits#DEFAULT}. */
        public Builder transport(TransportLimits limits) {
            transport = limits;
            return this;
        }

        /** Default: all of {@link ViteOptions}' defaults. */
        public Builder vite(ViteOptions options) {
            vite = options;
            return this;
        }

        /** Where Vite events come from. Default: none; the API answers and stays silent. */
        public Builder viteSource(ChainSource<ViteChainEvent> source) {
            viteSource = Optional.of(source);
            return this;
        }

        /** Default {@link VigilOptions#defaults}. */
        public Builder vigil(VigilOptions options) {
            vigil = options;
            return this;
        }

        /** Who may register with the MaticVigil stream. Default: nobody. */
        public Builder keys(KeyRing ring) {
            keys = ring;
            return this;
        }

        /** Which contracts the MaticVigil stream is about. Default: none. */
        public Builder contracts(ContractBook book) {
            contracts = book;
            return this;
        }

        /**
         * How long the streams hold back for a reader whose queue fills up and who makes no progress. Default 200 ms; longer for a
         * replay that is to reach everybody whole.
         */
        public Builder readerPatience(Duration patience) {
            readerPatience = patience;
            return this;
        }

        /** Where EVM blocks come from. Default: none; sessions are served and nothing is pushed. */
        public Builder evmSource(ChainSource<EvmChainEvent> source) {
            evmSource = Optional.of(source);
            return this;
        }

        /** What time it is: decides when a polling filter is idle. Default: the system's clock. */
        public Builder clock(InstantSource time) {
            clock = time;
            return this;
        }

        public GatewayOptions build() {
            return new GatewayOptions(this);
        }
    }
}
