package dev.lookout.model;

import org.jspecify.annotations.Nullable;

/**
 * Root of everything that can go wrong with a stream at run time; one subclass for each thing a caller can react to.
 *
 * <p>Programming mistakes are {@link IllegalArgumentException} and {@link IllegalStateException} instead.
 */
public class StreamException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StreamException(String message) {
        super(message);
    }

    public StreamException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
