package dev.lookout.model;

import org.jspecify.annotations.Nullable;

/** The connection ended, or never came up, while something was expected of it. Reconnecting may help. */
public final class ConnectionLostException extends StreamException {
    private static final long serialVersionUID = 1L;

    public ConnectionLostException(String message) {
        super(message);
    }

    public ConnectionLostException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
