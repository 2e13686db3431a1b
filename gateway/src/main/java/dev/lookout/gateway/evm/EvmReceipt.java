package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.EvmHash;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a transaction.
 *
 * @param status 1 success, 0 reverted; null before Byzantium (decision D-30)
 * @param effectiveGasPrice wei paid for each unit of gas; null where the node does not tell
 * @param contractAddress what a creation created; null otherwise
 */
public record EvmReceipt(
        EvmHash transactionHash,
        @Nullable Integer status,
        BigInteger gasUsed,
        @Nullable BigInteger effectiveGasPrice,
        @Nullable EvmAddress contractAddress,
        List<EvmLog> logs) {
    public EvmReceipt {
        logs = List.copyOf(logs);
    }
}
