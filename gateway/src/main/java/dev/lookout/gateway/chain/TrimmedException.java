package dev.lookout.gateway.chain;

/** A reader of an {@link EventLog} asked for entries that are no longer kept: what it missed must come from the ledger. */
public final class TrimmedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long first;

    TrimmedException(long from, long first) {
        super("entry " + from + " is no longer kept, the oldest is " + first);
        this.first = first;
    }

    /** Sequence of the oldest entry that can still be read. */
    public long first() {
        return first;
    }
}
