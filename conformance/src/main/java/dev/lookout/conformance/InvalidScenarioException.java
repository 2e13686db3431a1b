package dev.lookout.conformance;

/** A scenario cannot be understood; the message says which and why. */
final class InvalidScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidScenarioException(String message) {
        super(message);
    }

    InvalidScenarioException(String message, Throwable cause) {
        super(message, cause);
    }
}
