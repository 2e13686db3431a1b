package dev.lookout.transport;

/** The two outbound queues of a connection. Within a lane order is kept; what waits in CONTROL goes before any DATA. */
public enum Lane {
    /** Answers and acknowledgements: overtakes DATA, never splitting a message. */
    CONTROL,
    /** Pushed events. */
    DATA
}
