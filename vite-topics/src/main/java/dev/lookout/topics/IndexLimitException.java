package dev.lookout.topics;

/** A subscription was refused because a limit of the index is reached; the index is as before. */
public final class IndexLimitException extends RuntimeException {
    IndexLimitException(String message) {
        super(message);
    }
}
