package dev.lookout.client;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a stream in which events may have been missed.
 *
 * <p>It is delivered between the last event before and the first event after it. What is told depends on the protocol: block numbers only
 * where events carry them.
 */
public final class Gap {
    /** Why events may be missing. New reasons may be added. */
    public enum Reason {
        /** The server no longer knew the polling filter; a new one was made. */
        FILTER_EXPIRED,
        /** A poll got no answer; the server had taken its events out of the filter. */
        POLL_UNANSWERED,
        /** The connection was down for a while; the protocol has no replay. */
        RECONNECTED
    }

    private final Reason reason;
    private final Instant from;
    private final Instant until;
    private final @Nullable BigInteger lastSeenBlock;
    private final @Nullable BigInteger firstNewBlock;

    private Gap(
            Reason reason,
            Instant from,
            Instant until,
            @Nullable BigInteger lastSeenBlock,
            @Nullable BigInteger firstNewBlock) {
        this.reason = reason;
        this.from = from;
        this.until = until;
        this.lastSeenBlock = lastSeenBlock;
        this.firstNewBlock = firstNewBlock;
    }

    static Gap of(Reason reason, Instant from, Instant until) {
        return new Gap(reason, from, until, null, null);
    }

    static Gap betweenBlocks(
            Instant from, Instant until, @Nullable BigInteger lastSeenBlock, @Nullable BigInteger firstNewBlock) {
        return new Gap(Reason.RECONNECTED, from, until, lastSeenBlock, firstNewBlock);
    }

    public Reason reason() {
        return reason;
    }

    /** When the stream was last known to be whole, by the client's clock. */
    public Instant from() {
        return from;
    }

    /** From when on it is whole again; not before {@link #from}. */
    public Instant until() {
        return until;
    }

    /** The highest block that an event was delivered from before the gap; empty if none was or events carry no number. */
    public Optional<BigInteger> lastSeenBlock() {
        return Optional.ofNullable(lastSeenBlock);
    }

    /** The block of the first event after the gap; empty if not known when the gap was reported. */
    public Optional<BigInteger> firstNewBlock() {
        return Optional.ofNullable(firstNewBlock);
    }

    @Override
    public String toString() {
        return "Gap[" + reason + " from " + from + " until " + until
                + (lastSeenBlock == null ? "" : ", last seen block " + lastSeenBlock)
                + (firstNewBlock == null ? "" : ", first new block " + firstNewBlock) + "]";
    }
}
