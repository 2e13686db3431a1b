package dev.lookout.gateway.vigil;

import dev.lookout.gateway.evm.EvmBlock;
import dev.lookout.gateway.evm.EvmReceipt;
import dev.lookout.gateway.evm.EvmTransaction;
import java.math.BigInteger;

/** The price that a mined transaction paid for each unit of gas, in wei (VIGIL 4.3, decision D-36); never its {@code maxFeePerGas}. */
final class GasPrice {
    private static final int FIRST_DYNAMIC_TYPE = 2;

    private GasPrice() {}

    static BigInteger paid(EvmTransaction transaction, EvmReceipt receipt, EvmBlock block) {
        if (receipt.effectiveGasPrice() != null) {
            return receipt.effectiveGasPrice();
        }
        var base = block.baseFeePerGas();
        var max = transaction.maxFeePerGas();
        var tip = transaction.maxPriorityFeePerGas();
        if (transaction.type() >= FIRST_DYNAMIC_TYPE && base != null && max != null && tip != null) {
            return base.add(tip.min(max.subtract(base)));
        }
        // No price anywhere: a system transaction of the chain, which pays none.
        return transaction.gasPrice() == null ? BigInteger.ZERO : transaction.gasPrice();
    }
}
