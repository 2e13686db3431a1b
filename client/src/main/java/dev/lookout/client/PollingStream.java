package dev.lookout.client;

import dev.lookout.model.ProtocolViolationException;
import dev.lookout.model.RemoteErrorException;
import dev.lookout.model.SlowConsumerException;
import dev.lookout.model.StreamException;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonCodec;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import dev.lookout.transport.RpcError;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream over a polling filter: makes it, polls it, makes a new one when the node has forgotten it, removes it at the end.
 *
 * <p>A poll empties the filter whether its answer arrives or not, so an unanswered poll is a {@link Gap}, as is a filter that expired. One
 * request is under way at a time.
 *
 * <p>Thread: everything on the stream's loop; answers and timers bring themselves there.
 */
final class PollingStream<E> implements EventStream<E> {
    private static final Logger LOG = LoggerFactory.getLogger(PollingStream.class);
    private static final String NOT_FOUND = "filter not found";

    private final WireSubscription<E> wanted;
    private final RpcCalls rpc;
    private final ViteClientOptions options;
    private final ClientThreads threads;
    private final StreamCore<E> core;
    private final Promise closed;
    private final Runnable onEnd;
    private final SerialLoop loop = new SerialLoop();
    // On the loop only.
    private @Nullable String id;
    private @Nullable Future<?> nextPoll;
    private @Nullable Instant wholeUntil;
    private Gap.@Nullable Reason broken;
    private int failures;
    private boolean over;

    /** @param onEnd runs when nothing more is expected of the server; may run again */
    PollingStream(
            WireSubscription<E> wanted,
            RpcCalls rpc,
            JsonCodec codec,
            ClientThreads threads,
            ViteClientOptions options,
            Runnable onEnd) {
        this.wanted = wanted;
        this.rpc = rpc;
        this.options = options;
        this.threads = threads;
        this.onEnd = onEnd;
        this.closed = new Promise(threads.callbacks());
        this.core = new StreamCore<>(wanted.message(), codec, threads.callbacks(), options, () -> stop(null));
    }

    void start() {
        loop.run(this::makeFilter);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super StreamItem<E>> subscriber) {
        core.subscribe(subscriber);
    }

    @Override
    public EventStream<E> listen(StreamListener<? super E> listener) {
        core.listen(listener);
        return this;
    }

    @Override
    public CompletableFuture<Void> ready() {
        return core.ready();
    }

    @Override
    public CompletableFuture<Void> done() {
        return core.done();
    }

    @Override
    public CompletableFuture<Void> closeAsync() {
        stop(null);
        return closed.view();
    }

    private void makeFilter() {
        Instant asked = options.clock().instant();
        var unused = rpc.call(wanted.filterMethod(), wanted.filterParams())
                .whenComplete((answer, failure) -> loop.run(() -> filterMade(answer, failure, asked)));
    }

    private void filterMade(@Nullable JsonValue answer, @Nullable Throwable failure, Instant asked) {
        if (over) {
            if (answer instanceof JsonString unwanted) {
                uninstall(unwanted.text());
            } else {
                settle();
            }
        } else if (failure != null) {
            var why = PushStream.streamException(failure);
            // Before the stream stood, its maker is told at once; afterwards a node that restarts gets its chances.
            if (wholeUntil == null || why instanceof RemoteErrorException) {
                stop(why);
            } else {
                tryAgain(why);
            }
        } else if (!(answer instanceof JsonString text)) {
            stop(new ProtocolViolationException(
                    "VITE-FILTER-1", wanted.filterMethod() + " was answered with something that is no id: " + answer));
        } else {
            id = text.text();
            failures = 0;
            if (wholeUntil == null) {
                wholeUntil = asked;
            }
            core.markReady();
            healed();
            pollLater();
        }
    }

    private void pollLater() {
        if (!over) {
            nextPoll = threads.scheduler()
                    .schedule(() -> loop.run(this::poll), options.pollInterval().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void poll() {
        if (over) {
            return;
        }
        if (id == null) {
            makeFilter();
            return;
        }
        var unused = rpc.call("subscribe_getChangesByFilterId", JsonArray.of(JsonValue.of(id)))
                .whenComplete((answer, failure) -> loop.run(() -> polled(answer, failure)));
    }

    private void polled(@Nullable JsonValue answer, @Nullable Throwable failure) {
        if (over) {
            return;
        }
        if (failure != null) {
            pollFailed(PushStream.streamException(failure));
            return;
        }
        failures = 0;
        healed();
        wholeUntil = options.clock().instant();
        try {
            // The node answers {"result": […], "subscription": id}; its result is null or [] when there is nothing new.
            if (answer instanceof JsonObject changes) {
                var results = changes.get("result");
                core.deliver(results == null ? JsonNull.NULL : results);
            } else if (answer != null && answer != JsonNull.NULL) {
                core.deliver(answer);
            }
        } catch (SlowConsumerException e) {
            stop(e);
        }
        pollLater();
    }

    private void pollFailed(StreamException why) {
        if (why instanceof RemoteErrorException error
                && error.code() == RpcError.CALLBACK
                && error.remoteMessage().equals(NOT_FOUND)) {
            LOG.warn("Filter {} expired at {}; making a new one", id, options.uri());
            id = null;
            broken = Gap.Reason.FILTER_EXPIRED;
            makeFilter();
        } else {
            if (broken == null) {
                broken = Gap.Reason.POLL_UNANSWERED;
            }
            tryAgain(why);
        }
    }

    private void tryAgain(StreamException why) {
        failures++;
        LOG.warn("Poll {} of {} failed: {}", failures, options.pollAttempts(), why.getMessage());
        if (failures >= options.pollAttempts()) {
            stop(why);
        } else {
            pollLater();
        }
    }

    /** Says what may be missing, now that the stream goes on. */
    private void healed() {
        if (broken == null || wholeUntil == null) {
            return;
        }
        var gap = Gap.of(broken, wholeUntil, options.clock().instant());
        broken = null;
        wholeUntil = gap.until();
        try {
            core.deliver(gap);
        } catch (SlowConsumerException e) {
            stop(e);
        }
    }

    private void stop(@Nullable StreamException why) {
        loop.run(() -> {
            if (over) {
                return;
            }
            over = true;
            if (nextPoll != null) {
                nextPoll.cancel(false);
            }
            core.end(why);
            if (id != null) {
                uninstall(id);
            } else if (wholeUntil != null || why != null) {
                settle();
            }
        });
    }

    private void uninstall(String filter) {
        // Whatever the answer, also none: the node forgets the filter by itself when it is not polled.
        var unused = rpc.call("subscribe_uninstallFilter", JsonArray.of(JsonValue.of(filter)))
                .whenComplete((answer, failure) -> settle());
    }

    private void settle() {
        closed.succeed();
        onEnd.run();
    }
}
