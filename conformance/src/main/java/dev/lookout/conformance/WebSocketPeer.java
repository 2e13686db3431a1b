package dev.lookout.conformance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One WebSocket of a scenario: the JDK's own client, so that our transport is not tested by itself. Frames that came are kept in
 * order until a step takes them.
 *
 * <p>Thread: steps on the run's thread, frames on the JDK client's.
 */
final class WebSocketPeer implements AutoCloseable {
    private final Object lock = new Object(); // guards the fields below
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Deque<String> pongs = new ArrayDeque<>();
    private @Nullable String end; // null while open
    private final String name;
    private final Duration patience;
    private final WebSocket socket;

    /**
     * Connects.
     *
     * @param name how the scenario calls it
     * @param patience how long a step waits for what it expects
     * @throws UnmetExpectation if the handshake fails
     */
    WebSocketPeer(HttpClient client, URI uri, String name, Duration patience) {
        this.name = name;
        this.patience = patience;
        try {
            this.socket = client.newWebSocketBuilder()
                    .connectTimeout(patience)
                    .buildAsync(uri, new Frames())
                    .join();
        } catch (CompletionException e) {
            throw new UnmetExpectation("a WebSocket connection to " + uri, String.valueOf(e.getCause()));
        }
    }

    /**
     * A message that came.
     *
     * @param json what it says; null if it is no JSON
     * @param kind {@code text} or {@code binary}
     */
    record Frame(String text, @Nullable JsonNode json, String kind) {
        /** The subscription whose callback this is. */
        Optional<String> subscription() {
            if (json == null
                    || json.has("id")
                    || !json.path("method").asString("").endsWith("_subscription")) {
                return Optional.empty();
            }
            return Optional.of(json.path("params").path("subscription").asString(""));
        }
    }

    void send(String text) {
        sent(socket.sendText(text, true), "text");
    }

    void sendBinary(String text) {
        sent(socket.sendBinary(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), true), "binary");
    }

    void sendFragments(List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            sent(socket.sendText(parts.get(i), i == parts.size() - 1), "fragment");
        }
    }

    void ping(String payload) {
        sent(socket.sendPing(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8))), "ping");
    }

    private void sent(CompletionStage<WebSocket> sending, String what) {
        try {
            sending.toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UnmetExpectation("to send a " + what + " on " + name, "could not: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Takes the first frame of the kind, whatever else came before it. */
    Frame take(String what, Predicate<Frame> wanted) {
        return await("a frame on " + name + ": " + what, () -> {
            for (Iterator<Frame> all = frames.iterator(); all.hasNext(); ) {
                Frame frame = all.next();
                if (wanted.test(frame)) {
                    all.remove();
                    return frame;
                }
            }
            return null;
        });
    }

    String takePong() {
        return await("a pong on " + name, pongs::poll);
    }

    /** Waits for the end; gives {@code closed CODE} or what else ended it. */
    String awaitEnd() {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (lock) {
            while (end == null && waited(deadline)) {
                // the condition is checked above
            }
            if (end == null) {
                throw new UnmetExpectation(name + " to be closed", "still open after " + patience);
            }
            return end;
        }
    }

    /** What came within a while and was not taken: the first such frame, if it is of the kind. */
    Optional<Frame> strayWithin(Duration while_, Predicate<Frame> unwanted) {
        long deadline = System.nanoTime() + while_.toNanos();
        synchronized (lock) {
            while (true) {
                Optional<Frame> stray = frames.stream().filter(unwanted).findFirst();
                if (stray.isPresent() || !waited(deadline)) {
                    return stray;
                }
            }
        }
    }

    private interface Look<T> {
        @Nullable
        T found();
    }

    private <T> T await(String what, Look<T> look) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (lock) {
            while (true) {
                T found = look.found();
                if (found != null) {
                    return found;
                }
                if (end != null) {
                    throw new UnmetExpectation(what, "the connection ended: " + end + waitingFrames());
                }
                if (!waited(deadline)) {
                    throw new UnmetExpectation(what, "nothing within " + patience.toSeconds() + " s" + waitingFrames());
                }
            }
        }
    }

    private String waitingFrames() {
        return frames.isEmpty()
                ? ""
                : "; other frames: " + frames.stream().map(Frame::text).limit(5).toList();
    }

    /** Waits for a change; false once the deadline has passed. The lock is held. */
    private boolean waited(long deadlineNanos) {
        long left = deadlineNanos - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(lock, Math.max(left, 1_000_000));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Ends the connection as a client does that has what it wanted. */
    void sendClose() {
        sent(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""), "close");
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Frames implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder binary = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                arrived(text, "text");
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            binary.append(StandardCharsets.UTF_8.decode(data));
            if (last) {
                arrived(binary, "binary");
            }
            from.request(1);
            return null;
        }

        private void arrived(StringBuilder message, String kind) {
            String whole = message.toString();
            message.setLength(0);
            changed(() -> frames.add(new Frame(whole, Json.read(whole).orElse(null), kind)));
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
            String payload = StandardCharsets.UTF_8.decode(message).toString();
            changed(() -> pongs.add(payload));
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            changed(() -> end = "closed " + code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            changed(() -> end = end == null ? "broken: " + error : end);
        }

        private void changed(Runnable change) {
            synchronized (lock) {
                change.run();
                lock.notifyAll();
            }
        }
    }
}
