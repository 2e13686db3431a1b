package dev.lookout.transport;

import org.jspecify.annotations.Nullable;

/**
 * One readable JSON-RPC request.
 *
 * @param idText the id as spelled on the wire ({@code 1.50}, {@code "a"}, {@code null})
 * @param method whole name; it has exactly one underscore unless it ends in {@code _subscribe} or {@code _unsubscribe}
 * @param params as sent; null if the member is missing, {@link JsonNull} if it is null on the wire
 */
public record RpcRequest(
        String idText, String method, @Nullable JsonValue params) implements RpcElement {
    static final String SUBSCRIBE = "_subscribe";
    static final String UNSUBSCRIBE = "_unsubscribe";

    /** {@code …_subscribe}: the first parameter is then the event name ({@link #event}). */
    public boolean isSubscribe() {
        return method.endsWith(SUBSCRIBE);
    }

    /** {@code …_unsubscribe}, whatever stands before it (VITE 1.7). */
    public boolean isUnsubscribe() {
        return method.endsWith(UNSUBSCRIBE);
    }

    /** What stands before the underscore: {@code ledger} of {@code ledger_getSnapshotBlocks}. */
    public String service() {
        return method.substring(0, method.lastIndexOf('_'));
    }

    /** What stands after the underscore. */
    public String name() {
        return method.substring(method.lastIndexOf('_') + 1);
    }

    /** Event name of a subscribe request; empty for {@code []} and {@code null} params (VITE 1.6). */
    public String event() {
        return params instanceof JsonArray a && a.size() > 0 && a.get(0) instanceof JsonString s ? s.text() : "";
    }
}
