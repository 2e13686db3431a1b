package dev.lookout.testkit;

import dev.lookout.transport.HttpReply;
import dev.lookout.transport.HttpRequest;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import dev.lookout.transport.RpcError;
import dev.lookout.transport.RpcWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers JSON-RPC requests, over WebSocket and over HTTP, method by method; a method that was not named gets -32601.
 *
 * <pre>{@code
 * var script = new RpcScript().on("ledger_getSnapshotChainHeight", params -> "\"100\"");
 * var peer = ScriptedPeer.start(script).onHttp(script::answer);
 * }</pre>
 *
 * <p>Thread: any; answers may be changed while connections are served.
 */
public final class RpcScript implements Script {
    private final Map<String, Function<JsonArray, Optional<String>>> answers = new ConcurrentHashMap<>();

    /** What a failing method throws to be answered with an error. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RpcError error;

        Failure(RpcError error) {
            super(error.message());
            this.error = error;
        }
    }

    /** @param result gives the JSON text of the result for the positional parameters */
    public RpcScript on(String method, Function<JsonArray, String> result) {
        answers.put(method, params -> Optional.of(result.apply(params)));
        return this;
    }

    /** This method is answered with an error. */
    public RpcScript failing(String method, int code, String message) {
        answers.put(method, params -> {
            throw new Failure(new RpcError(code, message));
        });
        return this;
    }

    /** This method is never answered over WebSocket; over HTTP it gets an empty body. */
    public RpcScript silentOn(String method) {
        answers.put(method, params -> Optional.empty());
        return this;
    }

    @Override
    public void onText(PeerConnection connection, String text) {
        reply(text).ifPresent(connection::send);
    }

    /** The same over HTTP; for {@link ScriptedPeer#onHttp}. */
    public HttpReply answer(HttpRequest request) {
        return reply(request.bodyText())
                .map(json -> HttpReply.of(200, "application/json", json + "\n"))
                .orElse(HttpReply.empty(200));
    }

    private Optional<String> reply(String text) {
        var request = (JsonObject) JsonValue.parse(text);
        var id = request.get("id");
        var idText = (id == null ? JsonNull.NULL : id).toJson();
        var method = request.get("method") instanceof JsonString name ? name.text() : "";
        var params = request.get("params") instanceof JsonArray array ? array : JsonArray.EMPTY;
        try {
            return answers.getOrDefault(method, RpcScript::unknown)
                    .apply(params)
                    .map(result -> RpcWriter.resultJson(idText, result));
        } catch (Failure failure) {
            return Optional.of(RpcWriter.error(idText, failure.error));
        }
    }

    private static Optional<String> unknown(JsonArray params) {
        throw new Failure(new RpcError(
                RpcError.METHOD_NOT_FOUND, "The method does not exist/is not available, params " + params));
    }
}
