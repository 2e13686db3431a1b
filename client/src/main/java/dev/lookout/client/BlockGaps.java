package dev.lookout.client;

import dev.lookout.transport.JsonNumber;
import dev.lookout.transport.JsonObject;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notices which blocks a reconnect may have cost.
 *
 * <p>Only events carry a block number. If the first push after a reconnect has none, a gap without a first new block is reported before
 * it, and a second one that names it before the first push that has. Not for several threads.
 */
final class BlockGaps {
    private @Nullable BigInteger lastSeen;
    private @Nullable BigInteger lastSeenBeforeLoss;
    private @Nullable Instant lostAt;
    private @Nullable Instant restoredAt;
    private boolean reported;
    private boolean named;

    /** The stream broke; what happens from now on is missed. */
    void lost(Instant lastHeard) {
        if (lostAt == null || reported) {
            lostAt = lastHeard;
            lastSeenBeforeLoss = lastSeen;
        }
        // Else nothing new arrived since the loss before: one gap, from its beginning.
        restoredAt = null;
        reported = false;
        named = false;
    }

    /** The stream stands again. */
    void restored(Instant now) {
        restoredAt = now;
    }

    /** What must be reported before this push is delivered; remembers its block. */
    Optional<Gap> before(JsonObject push) {
        BigInteger block = push.get("blockNumber") instanceof JsonNumber number
                ? number.toBigInteger().orElse(null)
                : null;
        Optional<Gap> gap = gap(block);
        if (block != null && (lastSeen == null || block.compareTo(lastSeen) > 0)) {
            lastSeen = block;
        }
        return gap;
    }

    private Optional<Gap> gap(@Nullable BigInteger block) {
        if (lostAt == null || restoredAt == null || named || (reported && block == null)) {
            return Optional.empty();
        }
        reported = true;
        named = block != null;
        return Optional.of(Gap.betweenBlocks(lostAt, restoredAt, lastSeenBeforeLoss, block));
    }
}
