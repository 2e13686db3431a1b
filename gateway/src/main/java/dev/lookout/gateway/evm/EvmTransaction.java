package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.EvmBytes;
import dev.lookout.model.vigil.EvmHash;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A mined transaction.
 *
 * @param index in its block
 * @param to null for a contract creation
 * @param gas the limit
 * @param gasPrice wei; null where the node gives none (dynamic fees, some nodes)
 * @param maxFeePerGas wei; null for types that have none, as with {@code maxPriorityFeePerGas}
 * @param value wei
 */
public record EvmTransaction(
        EvmHash hash,
        int index,
        EvmAddress from,
        @Nullable EvmAddress to,
        EvmBytes input,
        BigInteger gas,
        @Nullable BigInteger gasPrice,
        @Nullable BigInteger maxFeePerGas,
        @Nullable BigInteger maxPriorityFeePerGas,
        BigInteger value,
        int type) {}
