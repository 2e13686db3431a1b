package dev.lookout.transport;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket: what comes in goes to the listener through a serial queue, what goes out through a two-lane queue, and
 * the closing handshake is kept here.
 *
 * <p>Closing, either side first: {@code OPEN} until a Close frame is queued or received, {@code CLOSING} until both have
 * passed or the deadline is over, then {@code CLOSED}: TCP is dropped and the listener told, once.
 *
 * <p>Thread: {@link Connection}'s methods any; {@link #received} and {@link #socketEnded} on the I/O thread. Lock: {@code
 * this} guards the closing state only and is never held while calling out.
 */
final class WebSocketConnection implements Connection, InboundFrames.Sink, OutboundQueue.Events, Sweeper.Swept {
    private static final Logger LOG = LoggerFactory.getLogger(WebSocketConnection.class);
    private static final AtomicLong IDS = new AtomicLong();

    /** Bytes of waiting messages beyond which reading pauses, unless a single message may be larger. */
    private static final int MIN_INBOUND_BYTES = 256 * 1024;

    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    private final long id = IDS.incrementAndGet();
    private final TransportLimits limits;
    private final boolean server;
    private final FrameSocket socket;
    private final Consumer<WebSocketConnection> onEnd;
    private final InboundFrames frames;
    private final OutboundQueue outbound;
    private final SerialQueue inbound;
    private final long pingNanos;

    private volatile @Nullable ConnectionListener listener;
    private volatile Consumer<ByteBuffer> decoder = ignored -> {};

    private State state = State.OPEN; // guarded by this, like the fields below
    private boolean closeSent;
    private boolean closeReceived;
    private boolean closedByUs;
    private int closeCode = CloseCodes.ABNORMAL;
    private String closeReason = "";
    private long closeDeadline;

    private volatile boolean open = true;
    private long lastPingNanos; // sweeper only

    /** @param onEnd called once when nothing more can be sent or received, before the listener hears of it */
    WebSocketConnection(
            boolean server,
            TransportLimits limits,
            long pingNanos,
            FrameSocket socket,
            Executor workers,
            Flusher flusher,
            Consumer<WebSocketConnection> onEnd) {
        this.server = server;
        this.limits = limits;
        this.pingNanos = pingNanos;
        this.socket = socket;
        this.onEnd = onEnd;
        this.frames = new InboundFrames(server, limits.inboundMessageBytes(), this);
        this.outbound = new OutboundQueue(limits, !server, flusher, socket, this);
        this.inbound = new SerialQueue(
                workers,
                limits.inboundQueuedMessages(),
                Math.max(MIN_INBOUND_BYTES, limits.inboundMessageBytes()),
                socket::resumeReading);
        this.lastPingNanos = System.nanoTime();
    }

    // Wiring, before the first byte is read.

    /** @param decoder turns data frames into calls of {@link #text} and {@link #binary} */
    void decodeWith(Consumer<ByteBuffer> decoder) {
        this.decoder = decoder;
    }

    /** Makes the listener as the first task of the connection. */
    void listenWith(Supplier<ConnectionListener> listeners) {
        enqueue(
                () -> {
                    ConnectionListener made = listeners.get();
                    listener = made;
                    made.onOpen(this);
                },
                0);
    }

    // From the socket.

    void received(ByteBuffer bytes) {
        frames.accept(bytes);
    }

    /** TCP has ended, from whichever side. */
    void socketEnded() {
        tellClosed();
        onEnd.accept(this);
    }

    // From the decoder.

    void text(String text) {
        deliver(to -> to.onText(text), text.length());
    }

    void binary(byte[] data) {
        deliver(to -> to.onBinary(data), data.length);
    }

    /** The decoder refuses what it read: text that is no UTF-8. */
    void refuse(int code, String reason) {
        frames.goDeaf();
        startClose(code, reason, false, false);
    }

    // From the frame walker.

    @Override
    public void dataFrame(ByteBuffer frame) {
        decoder.accept(frame);
    }

    @Override
    public void pingReceived(byte[] payload) {
        outbound.pong(payload);
        deliver(ConnectionListener::onPing, payload.length);
    }

    @Override
    public void pongReceived() {
        deliver(ConnectionListener::onPong, 0);
    }

    @Override
    public void tooLarge(long bytes) {
        deliver(
                to -> {
                    to.onTooLarge(bytes);
                    // Without effect if the listener has asked for a close of its own.
                    close(CloseCodes.TOO_BIG, "message too big");
                },
                0);
    }

    @Override
    public void violation(String what) {
        LOG.debug("Connection {} from {} breaks RFC 6455: {}", id, remoteAddress(), what);
        startClose(CloseCodes.PROTOCOL_ERROR, what, false, false);
    }

    @Override
    public void peerClosed(int code, String reason) {
        boolean first;
        boolean finished;
        synchronized (this) {
            first = state == State.OPEN;
            if (first) {
                enterClosing(limits.closeTimeout().toNanos());
            }
            closeReceived = true;
            closeCode = code;
            closeReason = reason;
            finished = closeSent;
        }
        if (first) {
            boolean echo = code == CloseCodes.NONE || CloseCodes.maySend(code);
            outbound.close(echo ? code : CloseCodes.PROTOCOL_ERROR, "", false, false);
        } else if (finished) {
            finish();
        }
    }

    // From the outbound queue.

    @Override
    public void closeWritten() {
        boolean finished;
        synchronized (this) {
            closeSent = true;
            finished = closeReceived;
        }
        if (finished) {
            finish();
        }
    }

    @Override
    public void writeFailed(Throwable cause) {
        LOG.debug("Writing to connection {} from {} failed", id, remoteAddress(), cause);
        socket.drop();
    }

    // From the sweeper.

    @Override
    public void tick(long now) {
        if (outbound.writingForNanos(now) > limits.writeTimeout().toNanos()) {
            LOG.info(
                    "Connection {} from {} dropped: it took no bytes for {} s",
                    id,
                    remoteAddress(),
                    limits.writeTimeout().toSeconds());
            socket.drop();
            return;
        }
        boolean late;
        synchronized (this) {
            late = state != State.OPEN && now - closeDeadline > 0;
        }
        if (late) {
            socket.drop();
        } else if (pingNanos > 0 && now - lastPingNanos >= pingNanos) {
            lastPingNanos = now;
            outbound.ping();
        }
    }

    // Connection.

    @Override
    public long id() {
        return id;
    }

    @Override
    public String remoteAddress() {
        return socket.remoteAddress();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean send(Lane lane, OutboundText text) {
        return open && outbound.offer(lane, text);
    }

    @Override
    public void discardData() {
        outbound.discardData();
    }

    @Override
    public void ping() {
        outbound.ping();
    }

    @Override
    public void close(int code, String reason) {
        requireSendable(code);
        startClose(code, reason, true, false);
    }

    @Override
    public void closeAfterDrain(int code, String reason) {
        requireSendable(code);
        startClose(code, reason, true, true);
    }

    @Override
    public void abort() {
        socket.drop();
    }

    @Override
    public int queuedMessages() {
        return outbound.messages();
    }

    @Override
    public long queuedBytes() {
        return outbound.bytes();
    }

    @Override
    public void inboundLimit(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("Inbound limit must be at least 1 byte, is " + bytes);
        }
        frames.limit(bytes);
    }

    @Override
    public String toString() {
        return "Connection[" + id + " " + remoteAddress() + "]";
    }

    private static void requireSendable(int code) {
        if (!CloseCodes.maySend(code)) {
            throw new IllegalArgumentException("Close code " + code + " may not be sent (RFC 6455 7.4)");
        }
    }

    private void startClose(int code, String reason, boolean keepControl, boolean keepData) {
        synchronized (this) {
            if (state != State.OPEN) {
                return;
            }
            Duration patience = keepData ? limits.closeTimeout().plus(limits.writeTimeout()) : limits.closeTimeout();
            enterClosing(patience.toNanos());
            closedByUs = true;
        }
        outbound.close(code, reason, keepControl, keepData);
        // What the peer still sends is not wanted, but its Close frame is: read on even if the listener lags behind.
        frames.goDeaf();
        socket.resumeReading();
    }

    /** Holds the lock. */
    private void enterClosing(long patienceNanos) {
        state = State.CLOSING;
        closeDeadline = System.nanoTime() + patienceNanos;
        open = false;
    }

    /** Both Close frames have passed. The server ends TCP; a client waits for that until the deadline (RFC 6455 7.1.1). */
    private void finish() {
        tellClosed();
        if (server) {
            socket.drop();
        }
    }

    private void tellClosed() {
        int code;
        String reason;
        synchronized (this) {
            if (state == State.CLOSED) {
                return;
            }
            if (state == State.OPEN) {
                enterClosing(limits.closeTimeout().toNanos());
            }
            state = State.CLOSED;
            code = closeReceived ? closeCode : CloseCodes.ABNORMAL;
            reason = closeReceived ? closeReason : "";
        }
        outbound.shut();
        enqueue(
                () -> {
                    ConnectionListener to = listener;
                    if (to != null) {
                        to.onClosed(code, reason);
                    }
                },
                0);
    }

    private void deliver(Consumer<ConnectionListener> call, int bytes) {
        enqueue(
                () -> {
                    ConnectionListener to = listener;
                    if (to != null && !ignoresInput()) {
                        call.accept(to);
                    }
                },
                bytes);
    }

    private synchronized boolean ignoresInput() {
        return closedByUs;
    }

    private void enqueue(Runnable call, int bytes) {
        Runnable guarded = () -> {
            try {
                call.run();
            } catch (RuntimeException | Error e) {
                LOG.warn("The listener of connection {} failed; closing with 1011", id, e);
                startClose(CloseCodes.INTERNAL_ERROR, "internal error", true, false);
            }
        };
        if (inbound.add(guarded, bytes)) {
            socket.pauseReading();
        }
    }
}
