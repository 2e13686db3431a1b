package dev.lookout.topics;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a subscriber wants: addresses with height ranges, or any address, and a pattern of topics.
 *
 * <p>A log matches if all of these hold:
 *
 * <ul>
 *   <li>its address is one of the filter's, or the filter takes any address;
 *   <li>its height lies in that address's range: {@code (from == 0 || from <= height) && (to == 0 || height <= to)},
 *       unsigned, both ends included, 0 = open;
 *   <li>it has at least as many topics as the filter has positions, wildcards at the end included;
 *   <li>at every position the filter has no alternatives (a wildcard), or one of them is the log's topic.
 * </ul>
 *
 * <p>A filter of five or more positions is legal and matches nothing, as logs have at most four topics. Repeated
 * alternatives are harmless. Addresses are 1 to 23 bytes long (21 on Vite, 20 on EVM chains) and equal only if their
 * lengths are; topics are 32 bytes.
 *
 * <p>Immutable; equal if the same logs are asked for in the same order of addresses and alternatives.
 */
public final class LogFilter {
    private static final long[] NONE = {};

    private final boolean anyAddress;
    private final long[] addresses; // three words each, no address twice
    private final long[] ranges; // from and to of each address; empty if every range is open
    private final long[][] positions; // four words per alternative, none twice; empty = wildcard

    private LogFilter(boolean anyAddress, long[] addresses, long[] ranges, long[][] positions) {
        this.anyAddress = anyAddress;
        this.addresses = addresses;
        this.ranges = ranges;
        this.positions = positions;
    }

    public static Builder builder() {
        return new Builder();
    }

    public boolean isAnyAddress() {
        return anyAddress;
    }

    /** 0 for a filter that takes any address. */
    public int addressCount() {
        return addresses.length / Words.ADDRESS_WORDS;
    }

    /** The least number of topics a log must have. */
    public int positionCount() {
        return positions.length;
    }

    /** Distinct alternatives at a position, 0 for a wildcard. */
    public int alternativeCount(int position) {
        return positions[position].length / Words.TOPIC_WORDS;
    }

    /** Three words per address; not to be changed. */
    long[] addressWords() {
        return addresses;
    }

    /** Four words per alternative; not to be changed. */
    long[] alternativeWords(int position) {
        return positions[position];
    }

    /** Lower bound of an address's heights; 0 = open. */
    long from(int address) {
        return ranges.length == 0 ? 0 : ranges[2 * address];
    }

    /** Upper bound of an address's heights; 0 = open. */
    long to(int address) {
        return ranges.length == 0 ? 0 : ranges[2 * address + 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogFilter that
                && anyAddress == that.anyAddress
                && Arrays.equals(addresses, that.addresses)
                && Arrays.equals(ranges, that.ranges)
                && Arrays.deepEquals(positions, that.positions);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(addresses) + Arrays.hashCode(ranges)) + Arrays.deepHashCode(positions);
    }

    @Override
    public String toString() {
        var text = new StringJoiner(", ", "LogFilter[", "]");
        text.add(anyAddress ? "any address" : addressesText());
        for (long[] position : positions) {
            text.add(alternativesText(position));
        }
        return text.toString();
    }

    private String addressesText() {
        int count = addressCount();
        if (count > 3) {
            return count + " addresses";
        }
        var text = new StringJoiner(" ");
        for (int i = 0; i < count; i++) {
            text.add(Words.addressText(addresses, Words.ADDRESS_WORDS * i));
            if (from(i) != 0 || to(i) != 0) {
                text.add(Long.toUnsignedString(from(i)) + ".." + (to(i) == 0 ? "" : Long.toUnsignedString(to(i))));
            }
        }
        return text.toString();
    }

    private static String alternativesText(long[] position) {
        int count = position.length / Words.TOPIC_WORDS;
        return count == 0 ? "*" : count == 1 ? Words.topicText(position, 0) : count + " alternatives";
    }

    /**
     * Collects a filter. Either {@link #anyAddress} or at least one {@code address} is required; positions are added
     * in order. One thread; may go on being used after {@link #build}.
     */
    public static final class Builder {
        private boolean anyAddress;
        private final WordSet addresses = new WordSet(Words.ADDRESS_WORDS);
        private long[] ranges = NONE;
        private boolean anyRange;
        private long[][] positions = {};

        private Builder() {}

        /** Takes logs of every address, at every height. */
        public Builder anyAddress() {
            anyAddress = true;
            return this;
        }

        /** Takes logs of this address at every height. */
        public Builder address(byte[] address) {
            return address(address, 0, 0);
        }

        /**
         * Takes logs of this address at heights from {@code from} to {@code to}. Naming an address again replaces its
         * range. A range that holds no height is legal and silent.
         *
         * @param address 1 to 23 bytes
         * @param from lowest height, unsigned; 0 = no lower bound
         * @param to highest height, unsigned; 0 = no upper bound
         */
        public Builder address(byte[] address, long from, long to) {
            var words = new long[Words.ADDRESS_WORDS];
            Words.putAddress(address, words, 0);
            int index = addresses.add(words, 0);
            if (ranges.length < 2 * addresses.size()) {
                ranges = Arrays.copyOf(ranges, Math.max(2, 2 * ranges.length));
            }
            ranges[2 * index] = from;
            ranges[2 * index + 1] = to;
            anyRange |= from != 0 || to != 0;
            return this;
        }

        /** Adds a position that any topic fits, but that a log must have. */
        public Builder anyTopic() {
            return position(NONE);
        }

        /** Adds a position with this one topic of 32 bytes. */
        public Builder topic(byte[] topic) {
            var words = new long[Words.TOPIC_WORDS];
            Words.putTopic(topic, words, 0);
            return position(words);
        }

        /** Adds a position with alternatives of 32 bytes each; none = any topic fits. */
        public Builder topics(Collection<byte[]> alternatives) {
            var set = new WordSet(Words.TOPIC_WORDS);
            var words = new long[Words.TOPIC_WORDS];
            for (byte[] alternative : alternatives) {
                Words.putTopic(alternative, words, 0);
                set.add(words, 0);
            }
            return position(set.toArray());
        }

        /** Adds a position with alternatives of 32 bytes each; none = any topic fits. */
        public Builder topics(byte[]... alternatives) {
            return topics(List.of(alternatives));
        }

        /**
         * @throws IllegalStateException if neither any address nor an address was asked for, or both were
         */
        public LogFilter build() {
            if (anyAddress == addresses.size() > 0) {
                throw new IllegalStateException(
                        anyAddress
                                ? "the filter names addresses and any address: choose one"
                                : "the filter names no address: add one, or ask for any address");
            }
            long[] bounds = anyRange ? Arrays.copyOf(ranges, 2 * addresses.size()) : NONE;
            return new LogFilter(anyAddress, addresses.toArray(), bounds, positions.clone());
        }

        private Builder position(long[] words) {
            positions = Arrays.copyOf(positions, positions.length + 1);
            positions[positions.length - 1] = words;
            return this;
        }
    }
}
