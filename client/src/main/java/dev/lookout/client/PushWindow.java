package dev.lookout.client;

import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Remembers the newest pushes to tell repetitions (VIGIL section 3.3): events by transaction, log index and block, transactions by type,
 * hash and status.
 *
 * <p>Holds at most {@code capacity} keys and forgets the oldest beyond that. Not for several threads.
 */
final class PushWindow {
    private final int capacity;
    private final Set<List<JsonValue>> seen = new LinkedHashSet<>();

    PushWindow(int capacity) {
        this.capacity = capacity;
    }

    /** Whether this push is new; from now on it is known. A push of a type without a rule is always new. */
    boolean isNew(String type, JsonObject push) {
        return switch (type) {
            case "event" -> remember(push, "type", "txHash", "logIndex", "blockNumber");
            case "contractmon", "otm" -> remember(push, "type", "txHash", "status");
            default -> true;
        };
    }

    private boolean remember(JsonObject push, String... members) {
        var key = Arrays.stream(members)
                .map(member -> {
                    var value = push.get(member);
                    return value == null ? JsonNull.NULL : value;
                })
                .toList();
        if (!seen.add(key)) {
            return false;
        }
        if (seen.size() > capacity) {
            var oldest = seen.iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }
}
