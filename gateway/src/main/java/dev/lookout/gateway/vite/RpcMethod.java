package dev.lookout.gateway.vite;

import dev.lookout.transport.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method that answers requests, over HTTP and WebSocket alike.
 *
 * @param name whole name, such as {@code ledger_getSnapshotBlocks}
 * @param goName the same in the words of a node's error texts, such as {@code ledger_GetSnapshotBlocks}
 * @param params in order; empty = parameters are not looked at
 */
record RpcMethod(String name, String goName, List<ParamType> params, Handler handler) {
    RpcMethod {
        params = List.copyOf(params);
    }

    /** Does the work. */
    interface Handler {
        /**
         * Answers a request.
         *
         * @param requestId as spelled
         * @return the result as JSON text
         * @throws RpcFault the error the client gets
         */
        String call(Params params, String requestId);
    }

    /**
     * Reads the parameters and does the work.
     *
     * @param given as sent, null if the member was missing
     */
    String call(@Nullable JsonValue given, String requestId) {
        if (params.isEmpty()) {
            return handler.call(Params.none(), requestId);
        }
        if (given == null) {
            throw RpcFault.params(goName + " expects " + params.size() + " parameters, got 0");
        }
        return handler.call(Params.read(given, 0, params), requestId);
    }
}
