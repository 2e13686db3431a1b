package dev.lookout.model;

import org.jspecify.annotations.Nullable;

/** The peer broke a rule of the protocol; the rule's id says which. */
public final class ProtocolViolationException extends StreamException {
    private static final long serialVersionUID = 1L;

    private final String ruleId;

    /** @param ruleId an id of {@code spec/*}{@code /rules.yaml} */
    public ProtocolViolationException(String ruleId, String message) {
        this(ruleId, message, null);
    }

    /** @param ruleId an id of {@code spec/*}{@code /rules.yaml} */
    public ProtocolViolationException(String ruleId, String message, @Nullable Throwable cause) {
        super(message + " [" + ruleId + "]", cause);
        this.ruleId = ruleId;
    }

    public String ruleId() {
        return ruleId;
    }
}
