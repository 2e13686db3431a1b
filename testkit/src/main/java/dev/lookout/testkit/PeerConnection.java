package dev.lookout.testkit;

import dev.lookout.transport.Connection;
import dev.lookout.transport.ConnectionListener;
import dev.lookout.transport.Handshake;
import dev.lookout.transport.Lane;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One client's WebSocket as its {@link ScriptedPeer} sees it: what came in, and what the test sends.
 *
 * <p>The waiting methods give up after 10 s of real time with an {@link AssertionError} that says what did come.
 *
 * <p>Thread: any.
 */
public final class PeerConnection {
    /** How a connection ended; codes as in {@link ConnectionListener#onClosed}. */
    public record Ending(int code, String reason) {}

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Connection connection;
    private final Handshake handshake;
    private final Script script;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final AtomicInteger pongs = new AtomicInteger();
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();

    PeerConnection(Connection connection, Handshake handshake, Script script) {
        this.connection = connection;
        this.handshake = handshake;
        this.script = script;
    }

    /** The upgrade request. */
    public Handshake handshake() {
        return handshake;
    }

    /** Sends one text message, whatever it is. */
    public void send(String text) {
        connection.send(Lane.CONTROL, text);
    }

    public void ping() {
        connection.ping();
    }

    /** Sends what was queued, then a Close frame. */
    public void close(int code, String reason) {
        connection.closeAfterDrain(code, reason);
    }

    /** Drops TCP without a Close frame: the client sees 1006. */
    public void drop() {
        connection.abort();
    }

    /** The next text that the client sent and no call of this method has given yet. */
    public String awaitText() throws InterruptedException {
        var text = unread.poll(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        if (text == null) {
            throw new AssertionError("No further text within " + DEADLINE + "; received so far: " + received);
        }
        return text;
    }

    /** Waits until the connection has ended. */
    public Ending awaitEnd() throws InterruptedException {
        try {
            return ending.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("Still open after " + DEADLINE + "; received so far: " + received, e);
        }
    }

    /** All texts so far, in order. */
    public List<String> received() {
        return List.copyOf(received);
    }

    /** Pings that the client has sent. */
    public int pings() {
        return pings.get();
    }

    /** Pongs that the client has sent. */
    public int pongs() {
        return pongs.get();
    }

    public boolean isOpen() {
        return connection.isOpen();
    }

    /** What the server hands its events to. */
    ConnectionListener listener() {
        return new ConnectionListener() {
            @Override
            public void onText(String text) {
                received.add(text);
                unread.add(text);
                script.onText(PeerConnection.this, text);
            }

            @Override
            public void onPing() {
                pings.incrementAndGet();
            }

            @Override
            public void onPong() {
                pongs.incrementAndGet();
            }

            @Override
            public void onClosed(int code, String reason) {
                ending.complete(new Ending(code, reason));
            }
        };
    }
}
