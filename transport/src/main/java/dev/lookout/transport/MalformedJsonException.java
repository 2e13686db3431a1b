package dev.lookout.transport;

/** A text is no JSON, or goes beyond {@link JsonLimits}. */
public final class MalformedJsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    MalformedJsonException(String message, long offset, Throwable cause) {
        super(message, cause);
        this.offset = offset;
    }

    MalformedJsonException(String message, long offset) {
        super(message);
        this.offset = offset;
    }

    /** Position in characters from the start of the text, where reading stopped. */
    public long offset() {
        return offset;
    }
}
