package dev.lookout.client;

import dev.lookout.transport.JsonCodec;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams events of a Vite node and calls its ledger.
 *
 * <p>With a {@code ws} or {@code wss} address events are pushed; with {@code http} or {@code https} the same streams are polled. An event
 * with {@code removed()} undoes an earlier one.
 *
 * <p>When the connection is lost, every stream ends with {@link dev.lookout.model.ConnectionLostException} and every waiting call fails.
 *
 * <p>Thread: any; nothing but {@link #close} blocks. User code, also what hangs on the futures, runs on the options' executor.
 */
public final class ViteClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViteClient.class);

    private final ViteClientOptions options;
    private final JsonCodec codec;
    private final Link link;
    private final ViteLedger ledger;
    private final Set<EventStream<?>> streams = ConcurrentHashMap.newKeySet();

    private ViteClient(ViteClientOptions options, ClientThreads threads, JsonCodec codec, Link link) {
        this.options = options;
        this.codec = codec;
        this.link = link;
        this.ledger = new ViteLedger(link, codec, threads.callbacks());
    }

    /** Connects with all defaults; see {@link #connect(ViteClientOptions)}. */
    public static CompletableFuture<ViteClient> connect(URI uri) {
        return connect(ViteClientOptions.builder(uri).build());
    }

    /**
     * Connects.
     *
     * @return fails with {@link dev.lookout.model.ConnectionLostException} if the node cannot be reached; over HTTP nothing is sent
     *     before the first call, so it does not fail
     */
    public static CompletableFuture<ViteClient> connect(ViteClientOptions options) {
        var threads = new ClientThreads(options.executor(), options.scheduler());
        var codec = new JsonCodec();
        if (options.polls()) {
            var link = new HttpLink(options, threads, codec);
            return CompletableFuture.completedFuture(new ViteClient(options, threads, codec, link));
        }
        return SocketLink.connect(options, threads, codec)
                .handleAsync(
                        (link, failure) -> {
                            if (failure != null) {
                                throw PushStream.streamException(failure);
                            }
                            return new ViteClient(options, threads, codec, link);
                        },
                        threads.callbacks());
    }

    /**
     * Asks for events. Give the stream its consumer at once: what arrives before waits in its buffer.
     *
     * <p>Refusals show in {@link EventStream#ready} and as the end of the stream, with {@link dev.lookout.model.RemoteErrorException}.
     */
    public <E> EventStream<E> subscribe(Subscription<E> wanted) {
        var wire = WireSubscription.of(wanted, codec);
        var end = new CompletableFuture<Void>();
        var stream = link.open(wire, () -> end.complete(null));
        streams.add(stream);
        var unused = end.thenRun(() -> streams.remove(stream));
        return stream;
    }

    /** {@link #subscribe(Subscription)} with a listener as the consumer. */
    public <E> EventStream<E> subscribe(Subscription<E> wanted, StreamListener<? super E> listener) {
        return subscribe(wanted).listen(listener);
    }

    /** The calls that read the ledger. */
    public ViteLedger ledger() {
        return ledger;
    }

    /** Completes when the connection has ended; fails with the reason if that was not by {@link #close}. */
    public CompletableFuture<Void> ended() {
        return link.ended();
    }

    /** Unsubscribes everything, then closes the connection; waits for the node's answers, at most as long as the options say. */
    @Override
    public void close() {
        var unsubscribed = streams.stream().map(EventStream::closeAsync).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(unsubscribed).get(options.closeWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("Not every unsubscribe was answered within {}; closing all the same", options.closeWait());
        }
        link.close();
    }
}
