package dev.lookout.gateway.chain;

/** Two writers appended to one {@link EventLog}: the later one must read what it missed and decide again. */
public final class SequenceConflictException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    SequenceConflictException(long expected, long next) {
        super("append expected sequence " + expected + " but the next one is " + next
                + ": another writer appended meanwhile");
    }
}
