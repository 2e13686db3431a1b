package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.ViteMessages.LogMessage;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which logs a subscription, a polling filter or a query wants (VITE section 4). Equal filters are equal objects, whatever
 * order their parts were written in.
 *
 * @param ranges at least one address, each with heights of its own account chain
 * @param topics by position; an empty set takes any topic but wants one to be there
 */
record LogFilter(Map<Address, Range> ranges, List<Set<Hash>> topics) {
    LogFilter {
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("a log filter names at least one address");
        }
        ranges = Map.copyOf(ranges);
        topics = topics.stream().map(Set::copyOf).toList();
    }

    /** Both ends included; zero = open. */
    record Range(Height from, Height to) {
        static final Range ALL = new Range(Height.ZERO, Height.ZERO);

        Range {
            if (!to.isZero() && to.compareTo(from) < 0) {
                throw new IllegalArgumentException("to height < from height");
            }
        }

        boolean holds(Height height) {
            return (from.isZero() || height.compareTo(from) >= 0) && (to.isZero() || height.compareTo(to) <= 0);
        }
    }

    /** The rule itself, straight from the sheet (VITE 4.1, 4.2): what any faster matcher must agree with. */
    boolean wants(LogMessage message) {
        Range range = ranges.get(message.address());
        return range != null
                && range.holds(message.height())
                && wantsTopics(message.log().topics());
    }

    boolean wantsTopics(List<Hash> found) {
        if (found.size() < topics.size()) {
            return false;
        }
        for (int position = 0; position < topics.size(); position++) {
            Set<Hash> alternatives = topics.get(position);
            if (!alternatives.isEmpty() && !alternatives.contains(found.get(position))) {
                return false;
            }
        }
        return true;
    }
}
