package dev.lookout.gateway.evm;

/** A JSON document is not the ABI of a contract; the message names the entry. */
public final class InvalidAbiException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidAbiException(String message) {
        super(message);
    }

    InvalidAbiException(String message, Throwable cause) {
        super(message, cause);
    }
}
