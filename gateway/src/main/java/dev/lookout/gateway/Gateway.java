package dev.lookout.gateway;

import dev.lookout.gateway.chain.Audience;
import dev.lookout.gateway.chain.ChainSource;
import dev.lookout.gateway.chain.EventLog;
import dev.lookout.gateway.chain.InMemoryEventLog;
import dev.lookout.gateway.chain.Retention;
import dev.lookout.gateway.evm.EvmChainEvent;
import dev.lookout.gateway.vigil.VigilEndpoint;
import dev.lookout.gateway.vite.ViteChainEvent;
import dev.lookout.gateway.vite.ViteEndpoint;
import dev.lookout.transport.TransportLimits;
import dev.lookout.transport.TransportServer;
import dev.lookout.transport.WebSocketOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process that serves both protocols on one port. The wiring of the gateway, and nothing else: sources deliver into event
 * logs, endpoints read them, the transport hands connections to the endpoints.
 *
 * <p>Thread: {@link #start} and {@link #close} by whoever runs the program.
 */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    // Blocks are large: the log keeps far more events than bytes allow blocks.
    private static final int VIGIL_BLOCKS_BEHIND = 16;

    private final GatewayOptions options;
    private final Audience audience = new Audience();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "gateway-timer");
        thread.setDaemon(true);
        return thread;
    });
    private final ViteEndpoint vite;
    private final VigilEndpoint vigil;
    private final SourceHealth health = new SourceHealth();
    private final TransportServer server;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>(); // closed last in, first out

    private Gateway(GatewayOptions options) {
        this.options = options;
        this.vite = vite();
        this.vigil = vigil();
        this.server = server(vite, vigil);
    }

    /**
     * Binds the port and begins to serve; sources start now or when enough listeners stand.
     *
     * @throws java.io.UncheckedIOException if the port cannot be bound
     */
    public static Gateway start(GatewayOptions options) {
        var gateway = new Gateway(options);
        gateway.server.start();
        LOG.info("gateway listens on {}:{}", options.host(), gateway.port());
        return gateway;
    }

    /** The port really bound. */
    public int port() {
        return server.port();
    }

    /** Who listens: subscriptions, filters, sessions. */
    public Audience audience() {
        return audience;
    }

    /** What was done since the start. */
    public GatewayCounts counts() {
        return new GatewayCounts(
                vite.counters().events(),
                vite.counters().matched(),
                vigil.counters().blocks(),
                vigil.counters().deliveries());
    }

    private ViteEndpoint vite() {
        var retention = new Retention<ViteChainEvent>(
                options.keptEvents(), options.keptBytes(), ViteChainEvent::estimatedBytes);
        EventLog<ViteChainEvent> log = new InMemoryEventLog<>(retention);
        ViteEndpoint endpoint = ViteEndpoint.start(
                options.vite(),
                log,
                Math.max(1, options.keptEvents() / 2),
                options.readerPatience(),
                audience,
                options.clock(),
                timer);
        parts.push(endpoint);
        options.viteSource().ifPresent(source -> startWhenHeard("Vite", source, endpoint.sink()));
        return endpoint;
    }

    private VigilEndpoint vigil() {
        var retention =
                new Retention<EvmChainEvent>(options.keptEvents(), options.keptBytes(), EvmChainEvent::estimatedBytes);
        EventLog<EvmChainEvent> log = new InMemoryEventLog<>(retention);
        VigilEndpoint endpoint = VigilEndpoint.builder(options.keys(), options.contracts(), timer, System::nanoTime)
                .options(options.vigil())
                .audience(audience)
                .patience(options.readerPatience())
                .build();
        parts.push(endpoint);
        var sink = endpoint.follow(log, Math.max(1, Math.min(VIGIL_BLOCKS_BEHIND, options.keptEvents() / 2)));
        options.evmSource().ifPresent(source -> startWhenHeard("EVM", source, sink));
        return endpoint;
    }

    private <E> void startWhenHeard(String chain, ChainSource<E> source, ChainSource.Sink<E> sink) {
        parts.push(source);
        audience.whenStanding(options.waitFor(), () -> {
            LOG.info("source starts: {}", source.describe());
            source.start(health.watching(chain + " source, " + source.describe(), sink));
        });
    }

    private TransportServer server(ViteEndpoint vite, VigilEndpoint vigil) {
        var both = new FirstMessageRouter(vite, vigil);
        parts.push(both);
        var withSubprotocol = WebSocketOptions.DEFAULT.withEchoedSubprotocol();
        return TransportServer.builder(options.host(), options.port())
                .limits(options.transport())
                .webSocket("/vite", withSubprotocol, vite)
                .webSocket("/vigil", vigil)
                .webSocket("/", withSubprotocol, both)
                .webSocket("/ws", withSubprotocol, both)
                .http("/", new HealthHandler(health, vite.http()))
                .build();
    }

    /**
     * Stops the sources, ends the endpoints, which ask their clients to come back, and drops what is still open after {@link
     * TransportLimits#closeTimeout} at the latest.
     */
    @Override
    public void close() {
        server.stopAccepting();
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not close cleanly", part, e);
            }
        }
        awaitFarewells();
        server.close();
        timer.shutdownNow();
    }

    /** Close frames are on their way: the sockets end when the clients have answered. */
    private void awaitFarewells() {
        long deadline = System.nanoTime() + options.transport().closeTimeout().toNanos();
        while (server.connections() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
