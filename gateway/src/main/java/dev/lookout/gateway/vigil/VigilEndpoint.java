package dev.lookout.gateway.vigil;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.lookout.gateway.chain.Audience;
import dev.lookout.gateway.chain.ChainSource;
import dev.lookout.gateway.chain.EventLog;
import dev.lookout.gateway.evm.ContractBook;
import dev.lookout.gateway.evm.EvmBlock;
import dev.lookout.gateway.evm.EvmChainEvent;
import dev.lookout.transport.Connection;
import dev.lookout.transport.ConnectionListener;
import dev.lookout.transport.Handshake;
import dev.lookout.transport.WebSocketAcceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves the MaticVigil stream: takes connections on one side and chain events on the other.
 *
 * <p>Thread: any; messages are derived and handed out on one thread of the endpoint's own.
 */
public final class VigilEndpoint implements WebSocketAcceptor, AutoCloseable {
    private final SessionSurroundings surroundings;
    private final Fanout fanout;
    private final VigilDerivation derivation;
    private final RetractedMessages retracted = new RetractedMessages();
    private final VigilCounters counters = new VigilCounters();
    private final KeyRing.Watch revocations;
    private final List<VigilFeed> feeds = new CopyOnWriteArrayList<>();
    private volatile boolean draining;

    private VigilEndpoint(Builder builder) {
        this.fanout = new Fanout(builder.audience, new Pacing(builder.patience));
        this.surroundings = new SessionSurroundings(
                builder.options, builder.keys, fanout, builder.nanoTime, builder.timers, counters);
        var book = builder.contracts;
        var resolver = builder.abis == null ? configured(book) : builder.abis;
        this.derivation = new VigilDerivation(book, resolver, builder.eventIds, builder.options, counters);
        this.revocations = builder.keys.onRevoked(this::revoked);
    }

    /**
     * @param keys who may register
     * @param contracts what is watched
     * @param timers runs deadlines and Pings; not closed by the endpoint
     * @param nanoTime monotonic time, as {@link System#nanoTime}
     */
    public static Builder builder(
            KeyRing keys, ContractBook contracts, ScheduledExecutorService timers, LongSupplier nanoTime) {
        return new Builder(keys, contracts, timers, nanoTime);
    }

    /** Takes a connection whose first message is still to come. */
    @Override
    public ConnectionListener accept(Connection connection, Handshake handshake) {
        var session = new VigilSession(connection, surroundings);
        if (draining) {
            session.close(CloseReason.SHUTDOWN);
        } else {
            session.begin();
        }
        return session;
    }

    /** The chain's next step. Returns when all who get its messages have them in their queues. */
    void event(EvmChainEvent event) {
        counters.block();
        if (event instanceof EvmChainEvent.BlockInserted inserted) {
            inserted(inserted.block());
        } else {
            retracted.removed(event.hash());
        }
    }

    /**
     * Follows a log of chain events on a thread of the endpoint's own, from what is appended next.
     *
     * @param mostBehind how many entries the log surely keeps
     * @return what a source delivers into: it waits only when the endpoint is further behind than that
     */
    public ChainSource.Sink<EvmChainEvent> follow(EventLog<EvmChainEvent> log, int mostBehind) {
        var feed = new VigilFeed(log, this::event, mostBehind);
        feeds.add(feed);
        feed.start();
        return feed;
    }

    /** How many sessions are registered. */
    public int sessions() {
        return fanout.size();
    }

    public VigilCounters counters() {
        return counters;
    }

    /**
     * Asks everybody to come back later, one after the other over at least {@code spread} (row 25): each client comes back a
     * second after its close. New connections are closed at once.
     *
     * @return done when the last one was asked
     */
    public CompletableFuture<Void> drain(Duration spread) {
        draining = true;
        fanout.stopJoining();
        var leaving = new ArrayList<VigilSession>();
        fanout.sessions().forEach(leaving::add);
        var done = new CompletableFuture<Void>();
        if (leaving.isEmpty()) {
            done.complete(null);
        }
        // The last one goes when the stretch is over, not before.
        long step = leaving.size() < 2 ? 0 : spread.toNanos() / (leaving.size() - 1);
        for (int i = 0; i < leaving.size(); i++) {
            var session = leaving.get(i);
            boolean last = i == leaving.size() - 1;
            var unused = surroundings
                    .timers()
                    .schedule(
                            () -> {
                                session.close(CloseReason.SHUTDOWN);
                                if (last) {
                                    done.complete(null);
                                }
                            },
                            step * i,
                            NANOSECONDS);
        }
        return done;
    }

    /** Closes every session at once, asking to come back. */
    @Override
    public void close() {
        draining = true;
        fanout.stopJoining();
        revocations.close();
        feeds.forEach(VigilFeed::close);
        fanout.sessions().forEach(session -> session.close(CloseReason.SHUTDOWN));
    }

    private void inserted(EvmBlock block) {
        Map<MessageIdentity, Long> told = new HashMap<>();
        for (var message : derivation.messages(block)) {
            var before = retracted.toldBefore(message.identity());
            if (before.isPresent()) {
                counters.repeatHeld();
                // Whoever is registered now has seen it, then or now: the next repetition is for those who come later.
                told.put(
                        message.identity(),
                        fanout.tellAgain(message, before.getAsLong()).number());
            } else {
                counters.message();
                told.put(message.identity(), fanout.tell(message).number());
            }
        }
        retracted.inserted(block.hash(), told);
    }

    private void revoked(KeyFingerprint key) {
        fanout.sessions().forEach(session -> session.revoked(key));
    }

    private static AbiResolver configured(ContractBook book) {
        return (contract, block) -> book.abis(contract);
    }

    /** Settings that have a default. */
    public static final class Builder {
        private final KeyRing keys;
        private final ContractBook contracts;
        private final ScheduledExecutorService timers;
        private final LongSupplier nanoTime;
        private VigilOptions options = VigilOptions.defaults();
        private EventIds eventIds = new InMemoryEventIds();
        private Audience audience = new Audience();
        private Duration patience = Duration.ofMillis(200);
        private @Nullable AbiResolver abis;

        private Builder(KeyRing keys, ContractBook contracts, ScheduledExecutorService timers, LongSupplier nanoTime) {
            this.keys = keys;
            this.contracts = contracts;
            this.timers = timers;
            this.nanoTime = nanoTime;
        }

        /** {@link VigilOptions#defaults} unless set. */
        public Builder options(VigilOptions value) {
            this.options = value;
            return this;
        }

        /** {@link InMemoryEventIds} unless set. */
        public Builder eventIds(EventIds value) {
            this.eventIds = value;
            return this;
        }

        /** Learns how many sessions are registered; one of its own unless set. */
        public Builder audience(Audience value) {
            this.audience = value;
            return this;
        }

        /**
         * How long a reader whose queue fills up may make no progress before it is left to overflow; 200 ms unless set. Meanwhile
         * the others wait, so a live chain wants it short.
         */
        public Builder patience(Duration value) {
            this.patience = value;
            return this;
        }

        /** What looks through proxies; the implementations named in the contract book unless set. */
        public Builder abis(AbiResolver value) {
            this.abis = value;
            return this;
        }

        public VigilEndpoint build() {
            return new VigilEndpoint(this);
        }
    }
}
