package dev.lookout.gateway.vite;

import dev.lookout.gateway.chain.Audience;
import dev.lookout.gateway.chain.ChainSource;
import dev.lookout.gateway.chain.EventLog;
import dev.lookout.topics.TopicIndex;
import dev.lookout.transport.Connection;
import dev.lookout.transport.ConnectionListener;
import dev.lookout.transport.Handshake;
import dev.lookout.transport.HttpHandler;
import dev.lookout.transport.JsonLimits;
import dev.lookout.transport.RpcRequestReader;
import dev.lookout.transport.WebSocketAcceptor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The Vite Subscription API: WebSocket and HTTP over one event log. Events go in through {@link #sink}; the transport hands
 * connections to {@link #accept} and requests to {@link #http}.
 *
 * <p>Thread: any; the fan-out has one of its own, which {@link #close} ends.
 */
public final class ViteEndpoint implements WebSocketAcceptor, AutoCloseable {
    /** A message of 131 072 bytes cannot nest deeper than this and be a request. */
    private static final JsonLimits REQUEST_LIMITS = new JsonLimits(131_072, 64, 131_072);

    private static final int SWEEP_SECONDS = 10;

    private final ViteOptions options;
    private final RpcRequestReader reader = new RpcRequestReader(REQUEST_LIMITS);
    private final ViteFanout fanout;
    private final ViteRpc rpc;
    private final ViteIngest ingest;
    private final ViteHttp http;
    private final ViteCounters counters;
    private final Future<?> sweeping;
    private final Map<Long, ViteConnection> clients = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    private ViteEndpoint(
            ViteOptions options,
            ViteFanout fanout,
            ViteRpc rpc,
            ViteIngest ingest,
            ViteCounters counters,
            Future<?> sweeping) {
        this.options = options;
        this.fanout = fanout;
        this.rpc = rpc;
        this.ingest = ingest;
        this.counters = counters;
        this.sweeping = sweeping;
        this.http = new ViteHttp(reader, rpc);
    }

    /**
     * Starts an endpoint over a log.
     *
     * @param mostBehind how many entries the fan-out may be behind the source before the source waits for it; less than the
     *     log keeps
     * @param patience how long a reader whose results pile up may make no progress before it is no longer waited for: short for a
     *     live chain, longer for a replay that is to reach everybody whole
     * @param audience is told of every subscription and filter
     * @param clock decides when a filter is idle
     * @param timer sweeps idle filters; not shut down by this
     */
    public static ViteEndpoint start(
            ViteOptions options,
            EventLog<ViteChainEvent> log,
            int mostBehind,
            Duration patience,
            Audience audience,
            InstantSource clock,
            ScheduledExecutorService timer) {
        var ledger = new InMemoryLedger(options.ledgerBlocks());
        var filters = new FilterTable(log, clock, options, audience);
        RpcMethods methods = RpcMethods.of(MethodTable.ofSpec(), filters, new LedgerMethods(ledger, options), options);
        var index = new SubscriptionIndex(new IndexedLogMatcher(TopicIndex.create()));
        var counters = new ViteCounters();
        var fanout = new ViteFanout(log, index, mostBehind, patience, counters);
        var rpc = new ViteRpc(methods, index, log, options, audience);
        fanout.start();
        var sweeping = timer.scheduleWithFixedDelay(filters::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        return new ViteEndpoint(
                options, fanout, rpc, new ViteIngest(ledger, log, fanout, counters), counters, sweeping);
    }

    /** Where the Vite source delivers to. */
    public ChainSource.Sink<ViteChainEvent> sink() {
        return ingest;
    }

    /** What this endpoint has done so far. */
    public ViteCounters counters() {
        return counters;
    }

    /** Answers JSON-RPC over HTTP, whatever the path. */
    public HttpHandler http() {
        return http;
    }

    @Override
    public ConnectionListener accept(Connection connection, Handshake handshake) {
        var client = new ViteConnection(connection, options.pendingBytesPerConnection());
        clients.put(connection.id(), client);
        if (stopping) {
            client.closeForRestart();
        }
        return new ViteSession(
                client, reader, rpc, options.invalidMessages(), () -> clients.remove(connection.id(), client));
    }

    /** Refuses further requests, ends the fan-out and asks every client to come back (1001). */
    @Override
    public void close() {
        stopping = true;
        sweeping.cancel(false);
        rpc.stop();
        fanout.close();
        clients.values().forEach(ViteConnection::closeForRestart);
    }
}
