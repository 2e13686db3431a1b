package dev.lookout.transport;

/**
 * What a connection reports.
 *
 * <p>Thread: one call at a time per connection, in arrival order, on the worker executor, never on an I/O thread. A
 * listener may block, but only its own connection waits: when its bounded inbound queue is full, reading from that peer
 * pauses. An exception from a listener is logged and closes the connection with 1011.
 */
public interface ConnectionListener {
    /** First call of all. On the serving side {@link WebSocketAcceptor#accept} came just before. */
    default void onOpen(Connection connection) {}

    /** A whole text message, fragments joined. Text that is no valid UTF-8 never arrives: it closes with 1007. */
    void onText(String text);

    /** A whole binary message. Ignored unless overridden. */
    default void onBinary(byte[] data) {}

    /**
     * The peer announced or sent a message beyond the inbound limit; it was not stored.
     *
     * <p>Nothing that the peer sends afterwards is read. The listener may still send and should close; if it has not
     * asked for a close when it returns, the connection closes with 1009.
     *
     * @param bytes size of the message as far as known: the announced length, or what the fragments have added up to
     */
    default void onTooLarge(long bytes) {}

    /** A Ping came in; the Pong with its payload has been queued. */
    default void onPing() {}

    /** A Pong came in, asked for or not. */
    default void onPong() {}

    /**
     * Last call of all, exactly once.
     *
     * @param code the peer's close code if it sent one; 1005 if its Close frame had none; 1006 if the socket ended without
     *     a Close frame from the peer. If this side closed first and the peer answered, the code of this side.
     * @param reason of the same frame; empty if there was none
     */
    void onClosed(int code, String reason);
}
