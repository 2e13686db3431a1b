package dev.lookout.transport;

/**
 * What a JSON-RPC peer says unasked.
 *
 * <p>Thread: one call at a time, in arrival order, on the connection's worker executor.
 */
public interface RpcListener {
    /** A message with a {@code method} and no id; {@code params} is {@link JsonNull} if missing. */
    void onNotification(String method, JsonValue params);

    /** A message that is neither a reply to a pending request nor a notification; ignored unless overridden. */
    default void onUnexpected(String text, String why) {}

    /** The connection ended; every pending request has failed before. See {@link ConnectionListener#onClosed}. */
    default void onClosed(int code, String reason) {}
}
