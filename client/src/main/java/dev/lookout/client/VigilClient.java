package dev.lookout.client;

import dev.lookout.model.RegistrationRefusedException;
import dev.lookout.model.SlowConsumerException;
import dev.lookout.model.StreamException;
import dev.lookout.model.vigil.ApiKey;
import dev.lookout.model.vigil.SessionId;
import dev.lookout.model.vigil.VigilPush;
import dev.lookout.transport.ConnectOptions;
import dev.lookout.transport.Connection;
import dev.lookout.transport.ConnectionListener;
import dev.lookout.transport.TransportLimits;
import dev.lookout.transport.WebSocketConnector;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives what a MaticVigil account is told: registers, keeps the session alive, comes back after every loss, and delivers each push
 * once.
 *
 * <p>The client is its own {@link EventStream}. After a reconnect a {@link Gap} precedes the first push, because the protocol has no
 * replay; connects and disconnects are told as {@link Notice}s. The stream ends by {@link #close}, with {@link
 * RegistrationRefusedException} when the server refuses the key, and with {@link SlowConsumerException} when its consumer falls too far
 * behind.
 *
 * <p>Thread: any. Protocol work is done on the client's own daemon threads, user code on the options' executor.
 */
public final class VigilClient implements EventStream<VigilPush> {
    private static final Logger LOG = LoggerFactory.getLogger(VigilClient.class);

    private final VigilClientOptions options;
    private final ClientThreads threads;
    private final Dialer dialer;
    private final SerialLoop loop = new SerialLoop();
    private final BoundedBuffer<StreamItem<VigilPush>> buffer;
    private final Promise ready;
    private final Promise done;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final PushReader reader = new PushReader();

    // On the loop only; the volatile ones are read from anywhere.
    private final PushWindow window;
    private final BlockGaps gaps = new BlockGaps();
    private final ReconnectPolicy reconnect;
    private volatile VigilState state = VigilState.CONNECTING;
    private volatile @Nullable VigilSession session;
    private @Nullable Future<?> nextAttempt;
    private int sockets;
    private int attempts;

    /** Opens the sockets of one client; closing it ends what it holds. */
    interface Dialer extends AutoCloseable {
        CompletableFuture<Connection> dial(ConnectionListener listener);

        @Override
        void close();
    }

    VigilClient(VigilClientOptions options, ClientThreads threads, Dialer dialer) {
        this.options = options;
        this.threads = threads;
        this.dialer = dialer;
        this.ready = new Promise(threads.callbacks());
        this.done = new Promise(threads.callbacks());
        this.window = new PushWindow(options.dedupWindow());
        this.reconnect = options.newReconnectPolicy();
        this.buffer = new BoundedBuffer<>(
                threads.callbacks(), options.bufferItems(), options.bufferBytes(), () -> loop.run(this::leave));
        var unused = buffer.delivered().whenComplete((ok, why) -> {
            if (why == null) {
                done.succeed();
            } else {
                done.fail(why);
            }
        });
    }

    /** Opens a client with all defaults; see {@link #open(VigilClientOptions)}. */
    public static VigilClient open(URI uri, ApiKey key) {
        return open(VigilClientOptions.builder(uri, key).build());
    }

    /** Starts to connect and returns at once; {@link #ready} tells when the server has acknowledged. */
    public static VigilClient open(VigilClientOptions options) {
        var threads = new ClientThreads(options.executor(), options.scheduler());
        var client = new VigilClient(options, threads, dialer(options, threads));
        client.start();
        return client;
    }

    private static Dialer dialer(VigilClientOptions options, ClientThreads threads) {
        var connector = new WebSocketConnector(threads.workers());
        var how = ConnectOptions.DEFAULT
                .withTimeout(options.connectTimeout())
                .withLimits(TransportLimits.DEFAULT.withInboundMessageBytes(options.maxMessageBytes()));
        return new Dialer() {
            @Override
            public CompletableFuture<Connection> dial(ConnectionListener listener) {
                return connector.connect(options.uri(), listener, how);
            }

            @Override
            public void close() {
                connector.close();
            }
        };
    }

    void start() {
        loop.run(this::attempt);
    }

    public VigilState state() {
        return state;
    }

    /** The id of the current session; empty unless the server has acknowledged. New after each reconnect. */
    public Optional<SessionId> sessionId() {
        var current = session;
        return current == null ? Optional.empty() : current.sessionId().map(SessionId::of);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super StreamItem<VigilPush>> subscriber) {
        buffer.subscribe(subscriber);
    }

    @Override
    public VigilClient listen(StreamListener<? super VigilPush> listener) {
        if (!buffer.tryAttach(new ListenerSubscriber<>(listener))) {
            throw new IllegalStateException("This client already has its consumer");
        }
        return this;
    }

    /** Completes at the first acknowledgement; fails if the stream ends before. */
    @Override
    public CompletableFuture<Void> ready() {
        return ready.view();
    }

    @Override
    public CompletableFuture<Void> done() {
        return done.view();
    }

    /**
     * Unregisters and ends; pushes that arrive until the server has answered are still delivered.
     *
     * <p>Waits for the server's answer, at most {@link VigilClientOptions#closeWait} (default 5 s).
     */
    @Override
    public void close() {
        loop.run(this::leave);
        try {
            closed.get(options.closeWait().plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("The client did not close in time; its socket is dropped", e);
        }
    }

    @Override
    public CompletableFuture<Void> closeAsync() {
        var told = new Promise(threads.callbacks());
        var unused = closed.thenRun(told::succeed);
        loop.run(this::leave);
        return told.view();
    }

    private void leave() {
        if (state.isFinal() || state == VigilState.UNREGISTERING) {
            return;
        }
        var current = session;
        if (state == VigilState.BACKOFF || current == null) {
            finish(VigilState.DISCONNECTED, null);
            return;
        }
        state = VigilState.UNREGISTERING;
        current.leave();
    }

    private void attempt() {
        if (state.isFinal()) {
            return;
        }
        state = VigilState.CONNECTING;
        attempts++;
        var events = new SessionEvents();
        var next = new VigilSession(options, threads.scheduler(), loop, events);
        events.owned = next;
        session = next;
        var unused = dialer.dial(new Socket(next)).whenComplete((connection, failure) -> {
            if (failure != null) {
                loop.run(() -> next.closed(1006, "could not connect: " + rootMessage(failure)));
            }
        });
    }

    private void scheduleAttempt(int code, String reason) {
        state = VigilState.BACKOFF;
        if (code == 1008) {
            // Refused without a nack: some policy of the server; hurrying would only make it worse (VIGIL section 3.3).
            reconnect.startAtMost();
        }
        Duration wait = reconnect.next();
        var text = "Connection lost (" + code + (reason.isEmpty() ? "" : " " + reason) + "); attempt " + (attempts + 1)
                + " in " + wait.toMillis() + " ms";
        LOG.info("{}: {}", options.uri(), text);
        deliver(new StreamItem.Noticed<>(Notice.of(Notice.Kind.DISCONNECTED, text)), text.length());
        if (!state.isFinal()) {
            nextAttempt =
                    threads.scheduler().schedule(() -> loop.run(this::attempt), wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void deliver(StreamItem<VigilPush> item, int weight) {
        if (state.isFinal() || buffer.offer(item, weight)) {
            return;
        }
        finish(
                VigilState.DISCONNECTED,
                new SlowConsumerException("The consumer of this stream fell behind by more than "
                        + options.bufferItems() + " items or " + options.bufferBytes()
                        + " bytes. Handle faster, or raise the buffer of the options."));
    }

    private void finish(VigilState last, @Nullable StreamException why) {
        if (state.isFinal()) {
            return;
        }
        state = last;
        if (nextAttempt != null) {
            nextAttempt.cancel(false);
        }
        var current = session;
        session = null;
        if (current != null) {
            current.closeWith(1000, "");
        }
        ready.fail(why == null ? new StreamException("The client was closed before it was ready") : why);
        buffer.end(why);
        closed.complete(null);
        releaseIfUnused();
    }

    /** Threads and connector end with the last socket, so that its close frame still goes out. */
    private void releaseIfUnused() {
        if (state.isFinal() && sockets == 0) {
            dialer.close();
            threads.close();
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** What one socket reports, brought to the loop. */
    private final class Socket implements ConnectionListener {
        private final VigilSession target;

        Socket(VigilSession target) {
            this.target = target;
        }

        @Override
        public void onOpen(Connection connection) {
            loop.run(() -> {
                sockets++;
                if (state == VigilState.CONNECTING) {
                    state = VigilState.AUTHENTICATING;
                }
                target.opened(connection);
            });
        }

        @Override
        public void onText(String text) {
            loop.run(() -> target.text(text));
        }

        @Override
        public void onBinary(byte[] data) {
            loop.run(() -> target.unreadable("a binary message of " + data.length + " bytes"));
        }

        @Override
        public void onTooLarge(long bytes) {
            loop.run(() -> target.unreadable("a message of " + bytes + " bytes is over the limit of "
                    + options.maxMessageBytes() + "; see VigilClientOptions.maxMessageBytes"));
        }

        @Override
        public void onPing() {
            loop.run(target::heard);
        }

        @Override
        public void onPong() {
            loop.run(target::heard);
        }

        @Override
        public void onClosed(int code, String reason) {
            loop.run(() -> {
                sockets--;
                target.closed(code, reason);
                releaseIfUnused();
            });
        }
    }

    /** What the current session reports; a session that is no longer the current one is not listened to. */
    private final class SessionEvents implements VigilSession.Owner {
        private @Nullable VigilSession owned;
        private boolean streamed;

        @Override
        public void acknowledged() {
            streamed = true;
            if (state != VigilState.UNREGISTERING) {
                state = VigilState.STREAMING;
            }
            gaps.restored(options.clock().instant());
            var text = "Registered at " + options.uri();
            LOG.info("{}", text);
            deliver(new StreamItem.Noticed<>(Notice.of(Notice.Kind.CONNECTED, text)), text.length());
            ready.succeed();
            var healthy = owned;
            var unused = threads.scheduler()
                    .schedule(
                            () -> loop.run(() -> {
                                if (session == healthy) {
                                    reconnect.reset();
                                }
                            }),
                            options.healthyAfter().toNanos(),
                            TimeUnit.NANOSECONDS);
        }

        @Override
        public void refused() {
            finish(
                    VigilState.REJECTED,
                    new RegistrationRefusedException("The server " + options.uri() + " refused " + options.key()
                            + " (register:nack). Check the key; it is not tried again."));
        }

        @Override
        public void pushed(VigilInbound.Pushed push) {
            if (!window.isNew(push.type(), push.json())) {
                return;
            }
            VigilPush typed;
            try {
                typed = reader.read(push.type(), push.json(), push.text());
            } catch (IllegalArgumentException e) {
                noticed(Notice.Kind.MALFORMED_MESSAGE, push.text(), String.valueOf(e.getMessage()));
                return;
            }
            gaps.before(push.json()).ifPresent(gap -> deliver(new StreamItem.Missed<>(gap), 100));
            deliver(new StreamItem.Event<>(typed), push.text().length());
        }

        @Override
        public void noticed(Notice.Kind kind, String text, String why) {
            LOG.debug("{}: {}", kind, why);
            deliver(new StreamItem.Noticed<>(Notice.of(kind, text, new StreamException(why))), text.length());
        }

        @Override
        public void ended(int code, String reason) {
            if (state.isFinal()) {
                return;
            }
            if (state == VigilState.UNREGISTERING) {
                finish(VigilState.DISCONNECTED, null);
            } else if (code == 4401) {
                refused();
            } else {
                if (streamed && owned != null) {
                    gaps.lost(owned.lastHeard());
                }
                session = null;
                scheduleAttempt(code, reason);
            }
        }
    }
}
