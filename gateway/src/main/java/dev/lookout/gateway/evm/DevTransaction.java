package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.EvmBytes;
import dev.lookout.model.vigil.EvmHash;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A generated transaction before it has a place in a block: after a reorganisation it gets another one.
 *
 * @param to null for a creation
 * @param dynamicFee whether it is of type 2
 * @param created what a creation creates
 * @param logs what it emits if it succeeds, without place
 */
record DevTransaction(
        EvmHash hash,
        EvmAddress from,
        @Nullable EvmAddress to,
        EvmBytes input,
        BigInteger value,
        boolean succeeds,
        boolean dynamicFee,
        @Nullable EvmAddress created,
        List<Emitted> logs) {
    private static final BigInteger GAS = BigInteger.valueOf(150_000);
    private static final BigInteger TIP = BigInteger.valueOf(1_500_000_000);
    private static final BigInteger MAX_FEE = BigInteger.valueOf(60_000_000_000L);
    private static final BigInteger LEGACY_PRICE = BigInteger.valueOf(31_000_000_000L);

    /** A log without place. */
    record Emitted(EvmAddress address, List<EvmHash> topics, EvmBytes data) {}

    /** The same transaction, failing and without logs. */
    DevTransaction failing() {
        return new DevTransaction(hash, from, to, input, value, false, dynamicFee, created, List.of());
    }

    EvmTransaction at(int index) {
        return new EvmTransaction(
                hash,
                index,
                from,
                to,
                input,
                GAS,
                dynamicFee ? null : LEGACY_PRICE,
                dynamicFee ? MAX_FEE : null,
                dynamicFee ? TIP : null,
                value,
                dynamicFee ? 2 : 0);
    }

    /** @param firstLog index in the block of its first log */
    EvmReceipt receipt(int index, int firstLog, BigInteger baseFee) {
        var placed = new ArrayList<EvmLog>();
        if (succeeds) {
            for (var log : logs) {
                placed.add(new EvmLog(log.address(), log.topics(), log.data(), hash, index, firstLog + placed.size()));
            }
        }
        return new EvmReceipt(
                hash,
                succeeds ? 1 : 0,
                BigInteger.valueOf(21_000L + 16L * input.length()),
                dynamicFee ? baseFee.add(TIP).min(MAX_FEE) : LEGACY_PRICE,
                succeeds ? created : null,
                placed);
    }
}
