package dev.lookout.gateway.evm;

/** JSON of a node or a recording does not describe what it should; the message names the member. */
public final class InvalidEvmDataException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidEvmDataException(String message) {
        super(message);
    }

    InvalidEvmDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
