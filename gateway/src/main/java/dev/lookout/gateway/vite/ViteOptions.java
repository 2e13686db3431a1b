package dev.lookout.gateway.vite;

import java.time.Duration;

/**
 * Limits and switches of the Vite side. Each limit has a precise error; none is met by the clients we know of.
 *
 * <p>Built by {@link #builder()}; every setter names its default.
 */
public final class ViteOptions {
    private final int subscriptionsPerConnection;
    private final int filters;
    private final int addressesPerFilter;
    private final int topicAlternatives;
    private final int batchLength;
    private final long pendingBytesPerConnection;
    private final int resultsPerPoll;
    private final Duration filterIdle;
    private final int ledgerBlocks;
    private final InvalidMessages invalidMessages;

    private ViteOptions(Builder builder) {
        subscriptionsPerConnection = builder.subscriptionsPerConnection;
        filters = builder.filters;
        addressesPerFilter = builder.addressesPerFilter;
        topicAlternatives = builder.topicAlternatives;
        batchLength = builder.batchLength;
        pendingBytesPerConnection = builder.pendingBytesPerConnection;
        resultsPerPoll = builder.resultsPerPoll;
        filterIdle = builder.filterIdle;
        ledgerBlocks = builder.ledgerBlocks;
        invalidMessages = builder.invalidMessages;
    }

    /** What happens to a WebSocket whose message was read but is no request. */
    public enum InvalidMessages {
        /** The error goes out and the connection stays (VITE 1.5). */
        KEEP_OPEN,
        /** The error goes out, then a close with 1000, as a real node does. */
        CLOSE_AS_NODE
    }

    public static Builder builder() {
        return new Builder();
    }

    public int subscriptionsPerConnection() {
        return subscriptionsPerConnection;
    }

    public int filters() {
        return filters;
    }

    public int addressesPerFilter() {
        return addressesPerFilter;
    }

    public int topicAlternatives() {
        return topicAlternatives;
    }

    public int batchLength() {
        return batchLength;
    }

    public long pendingBytesPerConnection() {
        return pendingBytesPerConnection;
    }

    public int resultsPerPoll() {
        return resultsPerPoll;
    }

    public Duration filterIdle() {
        return filterIdle;
    }

    public int ledgerBlocks() {
        return ledgerBlocks;
    }

    public InvalidMessages invalidMessages() {
        return invalidMessages;
    }

    /** Collects options; not for several threads. */
    public static final class Builder {
        private int subscriptionsPerConnection = 1000;
        private int filters = 100_000;
        private int addressesPerFilter = 1000;
        private int topicAlternatives = 1000;
        private int batchLength = 1000;
        private long pendingBytesPerConnection = 32L << 20;
        private int resultsPerPoll = 10_000;
        private Duration filterIdle = Duration.ofMinutes(5);
        private int ledgerBlocks = 200_000;
        private InvalidMessages invalidMessages = InvalidMessages.KEEP_OPEN;

        private Builder() {}

        /** Default 1000. */
        public Builder subscriptionsPerConnection(int most) {
            subscriptionsPerConnection = atLeastOne("subscriptionsPerConnection", most);
            return this;
        }

        /** Polling filters that stand at one time, of all clients: they have no owner. Default 100 000. */
        public Builder filters(int most) {
            filters = atLeastOne("filters", most);
            return this;
        }

        /** Keys of one {@code addressHeightRange}. Default 1000. */
        public Builder addressesPerFilter(int most) {
            addressesPerFilter = atLeastOne("addressesPerFilter", most);
            return this;
        }

        /** Topics of one filter, all positions together. Default 1000. */
        public Builder topicAlternatives(int most) {
            topicAlternatives = atLeastOne("topicAlternatives", most);
            return this;
        }

        /** Requests in one batch. Default 1000. */
        public Builder batchLength(int most) {
            batchLength = atLeastOne("batchLength", most);
            return this;
        }

        /** Results that wait for one connection, in bytes; at the bound it is closed with 1013. Default 32 MiB. */
        public Builder pendingBytesPerConnection(long most) {
            pendingBytesPerConnection = Math.max(1, most);
            return this;
        }

        /** Results in one poll, never splitting an event; the next poll goes on where this one stopped. Default 10 000. */
        public Builder resultsPerPoll(int most) {
            resultsPerPoll = atLeastOne("resultsPerPoll", most);
            return this;
        }

        /** A filter not polled for longer than this is gone. Default 5 minutes. */
        public Builder filterIdle(Duration longest) {
            filterIdle = longest;
            return this;
        }

        /** Account blocks that the in-memory ledger keeps, and as many snapshot blocks. Default 200 000. */
        public Builder ledgerBlocks(int most) {
            ledgerBlocks = atLeastOne("ledgerBlocks", most);
            return this;
        }

        /** Default {@link InvalidMessages#KEEP_OPEN}. */
        public Builder invalidMessages(InvalidMessages treatment) {
            invalidMessages = treatment;
            return this;
        }

        public ViteOptions build() {
            return new ViteOptions(this);
        }

        private static int atLeastOne(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " must be at least 1, is " + value);
            }
            return value;
        }
    }
}
