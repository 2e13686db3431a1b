package dev.lookout.client;

import java.util.concurrent.CompletableFuture;

/** How a {@link ViteClient} reaches its node. */
interface Link extends RpcCalls {
    /**
     * Starts a stream.
     *
     * @param onEnd runs when nothing more is expected of the server; may run again
     */
    <E> EventStream<E> open(WireSubscription<E> wanted, Runnable onEnd);

    /** Completes when the node can no longer be reached this way; fails unless that was by {@link #close}. */
    CompletableFuture<Void> ended();

    /** Ends the connection, if there is one; streams end normally. */
    void close();
}
