package dev.lookout.gateway.vigil;

import dev.lookout.model.vigil.EvmHash;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Event ids that last as long as this process, remembered for the blocks last asked about.
 *
 * <p>Twice the depth of reorganisation that is healed, because both branches of a fork can be that long.
 */
public final class InMemoryEventIds implements EventIds {
    private static final int BLOCKS = 2 * RetractedMessages.BLOCKS;

    private final Map<EvmHash, Map<Integer, Long>> byBlock = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<EvmHash, Map<Integer, Long>> eldest) {
            return size() > BLOCKS;
        }
    };
    private long last;

    @Override
    public long idOf(EvmHash blockHash, int logIndex) {
        return byBlock.computeIfAbsent(blockHash, hash -> new HashMap<>()).computeIfAbsent(logIndex, index -> next());
    }

    private long next() {
        if (last == MAX) {
            throw new IllegalStateException("All event ids up to " + MAX + " are used");
        }
        return ++last;
    }
}
