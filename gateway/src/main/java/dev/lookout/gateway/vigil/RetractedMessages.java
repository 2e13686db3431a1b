package dev.lookout.gateway.vigil;

import dev.lookout.model.vigil.EvmHash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Remembers what was told about recent blocks, so that a message that a reorganisation brings again is not told twice to those
 * who cannot be told that it was taken back (VIGIL 4.9, decision D-31).
 *
 * <p>Bounds: the last 256 blocks told, and what was taken back from at most 256 blocks; the oldest are forgotten first.
 *
 * <p>Thread: one at a time.
 */
final class RetractedMessages {
    /** How deep a reorganisation is healed (VIGIL 4.9). */
    static final int BLOCKS = 256;

    private final Deque<Told> told = new ArrayDeque<>();
    private final Deque<Told> retracted = new ArrayDeque<>();
    private final Map<MessageIdentity, Long> retractedAt = new HashMap<>();

    /**
     * When this message was told last, if it was and its block has been removed since. Asked once for each message of a block
     * before {@link #inserted}.
     *
     * @return the number given to {@link #inserted} then
     */
    OptionalLong toldBefore(MessageIdentity identity) {
        var at = retractedAt.get(identity);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /**
     * A block was told.
     *
     * @param messages each with the number under which it was told
     */
    void inserted(EvmHash block, Map<MessageIdentity, Long> messages) {
        messages.keySet().forEach(retractedAt::remove);
        told.addLast(new Told(block, Map.copyOf(messages)));
        if (told.size() > BLOCKS) {
            told.removeFirst();
        }
    }

    /** The head was taken back. A block that was never told, or is forgotten, changes nothing. */
    void removed(EvmHash block) {
        if (told.isEmpty() || !told.getLast().block().equals(block)) {
            return;
        }
        var taken = told.removeLast();
        retracted.addLast(taken);
        retractedAt.putAll(taken.messages());
        if (retracted.size() > BLOCKS) {
            forget(retracted.removeFirst());
        }
    }

    private void forget(Told oldest) {
        var keptElsewhere = new HashSet<MessageIdentity>();
        List<Told> others = new ArrayList<>(retracted);
        others.forEach(other -> keptElsewhere.addAll(other.messages().keySet()));
        oldest.messages().keySet().stream()
                .filter(identity -> !keptElsewhere.contains(identity))
                .forEach(retractedAt::remove);
    }

    private record Told(EvmHash block, Map<MessageIdentity, Long> messages) {}
}
