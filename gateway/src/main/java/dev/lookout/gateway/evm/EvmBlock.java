package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmHash;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A block with its transactions and their receipts.
 *
 * <p>Transactions are in order of their index; receipts are as the node gave them, in any order, some maybe missing.
 *
 * @param timestamp Unix time in seconds
 * @param baseFeePerGas wei; null before EIP-1559
 */
public record EvmBlock(
        long number,
        EvmHash hash,
        EvmHash parentHash,
        long timestamp,
        @Nullable BigInteger baseFeePerGas,
        List<EvmTransaction> transactions,
        List<EvmReceipt> receipts) {
    public EvmBlock {
        transactions = transactions.stream()
                .sorted(Comparator.comparingInt(EvmTransaction::index))
                .toList();
        receipts = List.copyOf(receipts);
    }

    /** The receipts by hash of their transaction. */
    public Map<EvmHash, EvmReceipt> receiptsByTransaction() {
        var byHash = new LinkedHashMap<EvmHash, EvmReceipt>();
        receipts.forEach(receipt -> byHash.put(receipt.transactionHash(), receipt));
        return byHash;
    }

    /** All logs of the block in order of transaction, then of index in the block (decision D-35). */
    public List<EvmLog> logs() {
        return receipts.stream()
                .flatMap(receipt -> receipt.logs().stream())
                .sorted(Comparator.comparingInt(EvmLog::transactionIndex).thenComparingInt(EvmLog::logIndex))
                .toList();
    }
}
