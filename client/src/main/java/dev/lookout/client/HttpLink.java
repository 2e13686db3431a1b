package dev.lookout.client;

import dev.lookout.transport.HttpPoster;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonCodec;
import dev.lookout.transport.JsonRpcClient;
import dev.lookout.transport.JsonValue;
import java.util.concurrent.CompletableFuture;

/** One POST per call; streams are polled. */
final class HttpLink implements Link {
    private final ViteClientOptions options;
    private final ClientThreads threads;
    private final JsonCodec codec;
    private final JsonRpcClient rpc;
    private final Promise ended;

    HttpLink(ViteClientOptions options, ClientThreads threads, JsonCodec codec) {
        this.options = options;
        this.threads = threads;
        this.codec = codec;
        this.rpc = JsonRpcClient.overHttp(new HttpPoster(threads.workers()), options.uri());
        this.ended = new Promise(threads.callbacks());
    }

    @Override
    public CompletableFuture<JsonValue> call(String method, JsonArray params) {
        return rpc.call(method, params, options.requestTimeout());
    }

    @Override
    public <E> EventStream<E> open(WireSubscription<E> wanted, Runnable onEnd) {
        var stream = new PollingStream<>(wanted, this, codec, threads, options, onEnd);
        stream.start();
        return stream;
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended.view();
    }

    @Override
    public void close() {
        rpc.close();
        ended.succeed();
        threads.close();
    }
}
