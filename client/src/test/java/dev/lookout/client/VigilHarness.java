package dev.lookout.client;

import dev.lookout.model.ConnectionLostException;
import dev.lookout.model.StreamException;
import dev.lookout.model.vigil.ApiKey;
import dev.lookout.model.vigil.VigilPush;
import dev.lookout.testkit.InMemoryConnection;
import dev.lookout.testkit.ManualClock;
import dev.lookout.testkit.ManualScheduler;
import dev.lookout.testkit.VigilSamples;
import dev.lookout.testkit.VigilScript;
import dev.lookout.transport.Connection;
import dev.lookout.transport.ConnectionListener;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/** A {@link VigilClient} without sockets and on a clock that the test turns; everything happens on the test's thread. */
final class VigilHarness implements StreamListener<VigilPush> {
    static final URI ADDRESS = URI.create("ws://127.0.0.1:1/ws");

    final ManualClock clock = ManualClock.atNoon();
    final ManualScheduler scheduler = new ManualScheduler(clock);
    final List<VigilPush> pushes = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();
    /** Everything delivered, in order: {@code push}, {@code gap}, a kind of notice, {@code end}. */
    final List<String> order = new ArrayList<>();

    final VigilClient client;
    Optional<StreamException> failure = Optional.empty();

    /** What the random generator says: the share of the ceiling that is waited. */
    double jitter = 1.0;

    private final List<Attempt> attempts = new ArrayList<>();

    /** One connection attempt: the listener to call and the future to end. */
    record Attempt(ConnectionListener listener, CompletableFuture<Connection> answer, InMemoryConnection connection) {
        /** The socket opens; the client registers. */
        void open() {
            listener.onOpen(connection);
            answer.complete(connection);
        }

        void refuse() {
            answer.completeExceptionally(new ConnectionLostException("connection refused"));
        }

        void says(String text) {
            listener.onText(text);
        }

        void acknowledges() {
            says(VigilSamples.registerAck(VigilScript.sessionId(1)));
        }

        void closes(int code) {
            listener.onClosed(code, "");
        }
    }

    VigilHarness() {
        this(10_000, 4096);
    }

    VigilHarness(int dedupWindow, int bufferItems) {
        RandomGenerator random = new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return jitter;
            }
        };
        var options = VigilClientOptions.builder(ADDRESS, ApiKey.of(VigilSamples.KEY))
                .clock(clock)
                .random(random)
                .dedupWindow(dedupWindow)
                .buffer(bufferItems, 1 << 20)
                .build();
        var threads = new ClientThreads(Optional.of(Runnable::run), Optional.<ScheduledExecutorService>of(scheduler));
        client = new VigilClient(options, threads, new VigilClient.Dialer() {
            @Override
            public CompletableFuture<Connection> dial(ConnectionListener listener) {
                var attempt = new Attempt(listener, new CompletableFuture<>(), new InMemoryConnection());
                attempts.add(attempt);
                return attempt.answer();
            }

            @Override
            public void close() {}
        });
        client.start();
    }

    /** Connects, registers and streams, with this harness as listener. */
    static VigilHarness streaming() {
        var harness = new VigilHarness();
        harness.client.listen(harness);
        harness.attempt(1).open();
        harness.attempt(1).acknowledges();
        return harness;
    }

    /** The nth connection attempt, counted from 1. */
    Attempt attempt(int nth) {
        return attempts.get(nth - 1);
    }

    int attempts() {
        return attempts.size();
    }

    void advance(Duration step) {
        clock.advance(step);
    }

    void advanceSeconds(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    @Override
    public void onEvent(VigilPush event) {
        pushes.add(event);
        order.add("push");
    }

    @Override
    public void onGap(Gap gap) {
        gaps.add(gap);
        order.add("gap");
    }

    @Override
    public void onNotice(Notice notice) {
        notices.add(notice);
        order.add(notice.kind().name());
    }

    @Override
    public void onEnd(Optional<StreamException> why) {
        failure = why;
        order.add("end");
    }
}
