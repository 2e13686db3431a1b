package dev.lookout.gateway.evm;

/** Bytes from the chain are not an encoding of the types that the ABI names. Expected in numbers, so without a stack trace. */
final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndecodableException(String message) {
        super(message, null, false, false);
    }
}
