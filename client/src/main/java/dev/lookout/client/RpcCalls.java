package dev.lookout.client;

import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonValue;
import java.util.concurrent.CompletableFuture;

/** Calls one node. Futures fail with a {@link dev.lookout.model.StreamException} and complete on a worker thread. */
@FunctionalInterface
interface RpcCalls {
    CompletableFuture<JsonValue> call(String method, JsonArray params);
}
