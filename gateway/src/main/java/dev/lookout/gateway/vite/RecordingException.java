package dev.lookout.gateway.vite;

/** A recording cannot be replayed; the message names file and line. */
public final class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
