package dev.lookout.transport;

/**
 * An open WebSocket, seen from either side.
 *
 * <p>Thread: every method may be called from any thread, the listener's own included, and none blocks. After the
 * connection ended all methods are no-ops and {@link #send} answers {@code false}.
 */
public interface Connection {
    /** Unique among all connections of this process; no meaning to the peer. */
    long id();

    /** Address of the peer as {@code host:port}; empty where the platform does not tell it. */
    String remoteAddress();

    /** False from the moment a close was asked for by either side, or the socket ended. */
    boolean isOpen();

    /**
     * Queues one text message, sent as one unfragmented text frame.
     *
     * @return false if the queue's bound in messages or bytes is reached or the connection is no longer open; then
     *     nothing was queued and the caller decides (usually: close)
     */
    boolean send(Lane lane, OutboundText text);

    /** Queues a text message built from a string; see {@link #send(Lane, OutboundText)}. */
    default boolean send(Lane lane, String text) {
        return send(lane, OutboundText.of(text));
    }

    /** Drops what waits in {@link Lane#DATA}. A message whose write has begun still goes out whole. */
    void discardData();

    /** Sends a Ping with an empty payload, ahead of queued messages. At most one waits at a time; more are merged into it. */
    void ping();

    /**
     * Sends what waits in {@link Lane#CONTROL}, drops {@link Lane#DATA}, then sends a Close frame and ends.
     *
     * <p>If the peer has not completed the closing handshake within {@link TransportLimits#closeTimeout()}, TCP is dropped.
     *
     * @param code sent exactly as given: 1000 to 1014 but not 1004, 1005, 1006, or 3000 to 4999
     * @param reason at most 123 bytes of UTF-8; longer ones are cut at a character
     * @throws IllegalArgumentException if the code may not be sent
     */
    void close(int code, String reason);

    /** Like {@link #close} but sends what waits in both lanes first; sends asked for afterwards are refused. */
    void closeAfterDrain(int code, String reason);

    /** Drops TCP at once, without a Close frame; the listener sees 1006. */
    void abort();

    /** Messages that wait in both lanes, the one being written not counted. */
    int queuedMessages();

    /** Bytes of the messages that wait in both lanes. */
    long queuedBytes();

    /**
     * Sets the largest inbound message that is delivered; holds for messages whose first frame arrives afterwards.
     *
     * @param bytes of payload, all fragments together; 1 or more
     */
    void inboundLimit(int bytes);
}
