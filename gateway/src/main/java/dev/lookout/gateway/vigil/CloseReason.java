package dev.lookout.gateway.vigil;

/**
 * Why the server closes, with the codes of both policies (VIGIL 1.5, decision D-18).
 *
 * <p>The vendor's JavaScript client comes back after 1000 and after nothing else, so 1000 is what an old client gets when it
 * shall come back.
 */
enum CloseReason {
    IDLE(Kind.RECOVERABLE, 4408, "heartbeat timeout"),
    SHUTDOWN(Kind.RECOVERABLE, 1001, "server restart"),
    SLOW_CONSUMER(Kind.RECOVERABLE, 4429, "slow consumer"),
    INTERNAL(Kind.RECOVERABLE, 1011, "internal error"),
    INVALID_KEY(Kind.FINAL, 4401, "invalid key"),
    REGISTER_TIMEOUT(Kind.FINAL, 1008, "register timeout"),
    NOT_REGISTERED(Kind.FINAL, 1008, "not registered"),
    MALFORMED(Kind.FINAL, 1008, "malformed"),
    UNKNOWN_COMMAND(Kind.FINAL, 1008, "unknown command"),
    WRONG_SESSION(Kind.FINAL, 1008, "wrong session"),
    RATE_LIMITED(Kind.FINAL, 1008, "rate limited"),
    BINARY(Kind.SAME, 1003, "text only"),
    TOO_BIG(Kind.SAME, 1009, "message too big"),
    BYE(Kind.SAME, 1000, "bye");

    private enum Kind {
        RECOVERABLE,
        FINAL,
        SAME
    }

    private static final int POLICY_VIOLATION = 1008;

    private final Kind kind;
    private final int extendedCode;
    private final String text;

    CloseReason(Kind kind, int extendedCode, String text) {
        this.kind = kind;
        this.extendedCode = extendedCode;
        this.text = text;
    }

    /** For a client that knows nothing of extensions. */
    int legacyCode(VigilOptions options) {
        return switch (kind) {
            case RECOVERABLE -> options.legacyRecoverableCloseCode();
            case FINAL -> POLICY_VIOLATION;
            case SAME -> extendedCode;
        };
    }

    /** For a client that negotiated extended codes. */
    int extendedCode() {
        return extendedCode;
    }

    String text() {
        return text;
    }
}
