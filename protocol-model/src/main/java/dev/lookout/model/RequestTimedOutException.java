package dev.lookout.model;

import org.jspecify.annotations.Nullable;

/** No answer came in time; whether the peer has acted on the request is unknown. */
public final class RequestTimedOutException extends StreamException {
    private static final long serialVersionUID = 1L;

    public RequestTimedOutException(String message) {
        super(message);
    }

    public RequestTimedOutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
