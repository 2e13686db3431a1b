package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.EvmBytes;
import dev.lookout.model.vigil.EvmHash;
import java.util.List;

/**
 * An event log.
 *
 * @param topics 0 to 4
 * @param transactionIndex of its transaction in the block
 * @param logIndex in the block, not in the transaction (decision D-24)
 */
public record EvmLog(
        EvmAddress address,
        List<EvmHash> topics,
        EvmBytes data,
        EvmHash transactionHash,
        int transactionIndex,
        int logIndex) {
    public EvmLog {
        topics = List.copyOf(topics);
    }
}
