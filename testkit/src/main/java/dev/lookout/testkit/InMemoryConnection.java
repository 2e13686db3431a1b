package dev.lookout.testkit;

import dev.lookout.transport.Connection;
import dev.lookout.transport.Lane;
import dev.lookout.transport.OutboundText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A WebSocket without a socket: remembers what it was asked to send and how it was asked to close.
 *
 * <p>Nothing comes in by itself; the test calls the listener of the code under test. Closing does not report an end either: the test
 * decides when, and whether, the peer answers.
 *
 * <p>Thread: any.
 */
public final class InMemoryConnection implements Connection {
    /** A close that was asked for; {@code code} 1006 for {@link #abort}. */
    public record Closing(int code, String reason) {}

    private static final AtomicLong IDS = new AtomicLong();

    private final long id = IDS.incrementAndGet();
    // Guarded by this.
    private final List<String> sent = new ArrayList<>();
    private Optional<Closing> closing = Optional.empty();
    private int pings;
    private boolean full;

    /** Texts sent so far, in order. */
    public synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    /** Texts sent since the last call of this method. */
    public synchronized List<String> takeSent() {
        var taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    /** How the close was asked for; empty while open. */
    public synchronized Optional<Closing> closing() {
        return closing;
    }

    public synchronized int pings() {
        return pings;
    }

    /** From now on the queue is full: every send is refused. */
    public synchronized void refuseSends() {
        full = true;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String remoteAddress() {
        return "";
    }

    @Override
    public synchronized boolean isOpen() {
        return closing.isEmpty();
    }

    @Override
    public synchronized boolean send(Lane lane, OutboundText text) {
        if (full || closing.isPresent()) {
            return false;
        }
        sent.add(text.text());
        return true;
    }

    @Override
    public void discardData() {}

    @Override
    public synchronized void ping() {
        pings++;
    }

    @Override
    public synchronized void close(int code, String reason) {
        if (closing.isEmpty()) {
            closing = Optional.of(new Closing(code, reason));
        }
    }

    @Override
    public void closeAfterDrain(int code, String reason) {
        close(code, reason);
    }

    @Override
    public void abort() {
        close(1006, "");
    }

    @Override
    public int queuedMessages() {
        return 0;
    }

    @Override
    public long queuedBytes() {
        return 0;
    }

    @Override
    public void inboundLimit(int bytes) {}
}
