package dev.lookout.client;

/** Where a {@link VigilClient} stands (VIGIL section 1.2). */
public enum VigilState {
    /** Opening a socket. */
    CONNECTING,
    /** The socket is open and {@code register} is sent. */
    AUTHENTICATING,
    /** Acknowledged: pushes arrive. */
    STREAMING,
    /** {@code unregister} is sent; what still arrives is delivered. */
    UNREGISTERING,
    /** The connection was lost or never came up; the next attempt is scheduled. */
    BACKOFF,
    /** Final: closed by {@link VigilClient#close}, or the consumer fell too far behind. */
    DISCONNECTED,
    /** Final: the server refused the key; trying again with it is no use. */
    REJECTED;

    boolean isFinal() {
        return this == DISCONNECTED || this == REJECTED;
    }
}
