package dev.lookout.model;

import org.jspecify.annotations.Nullable;

/** The node no longer knows a polling filter; what happened since its last poll must be fetched from the ledger. */
public final class FilterExpiredException extends StreamException {
    private static final long serialVersionUID = 1L;

    public FilterExpiredException(String message) {
        super(message);
    }

    public FilterExpiredException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
