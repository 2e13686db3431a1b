package dev.lookout.model;

import org.jspecify.annotations.Nullable;

/** A consumer fell behind its bounded queue, so it was cut off instead of slowing the others down. */
public final class SlowConsumerException extends StreamException {
    private static final long serialVersionUID = 1L;

    public SlowConsumerException(String message) {
        super(message);
    }

    public SlowConsumerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
