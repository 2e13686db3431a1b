package dev.lookout.model;

import org.jspecify.annotations.Nullable;

/** The MaticVigil server answered {@code register:nack}: the key is unknown, revoked or over its limits. */
public final class RegistrationRefusedException extends StreamException {
    private static final long serialVersionUID = 1L;

    public RegistrationRefusedException(String message) {
        super(message);
    }

    public RegistrationRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
