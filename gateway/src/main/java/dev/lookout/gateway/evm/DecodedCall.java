package dev.lookout.gateway.evm;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a transaction's calldata says by the ABIs of the contract (VIGIL 2.7, shapes A, C and D). */
public sealed interface DecodedCall {
    /** Shape A. */
    record Decoded(AbiFunction function, List<AbiValue> arguments) implements DecodedCall {
        public Decoded {
            arguments = List.copyOf(arguments);
        }
    }

    /** Shape C: the selector belongs to the function, the arguments do not decode. */
    record BadArguments(AbiFunction function) implements DecodedCall {}

    /**
     * Shape C: no ABI has the selector.
     *
     * @param selector eight lower-case digits; null if there were fewer than four bytes
     */
    record UnknownFunction(@Nullable String selector) implements DecodedCall {}

    /**
     * Shape D: no calldata at all.
     *
     * @param target {@code receive} or {@code fallback}; null if no ABI has either
     */
    record Empty(@Nullable String target) implements DecodedCall {}

    /**
     * @param abis the contract's own first, then those of the implementations it delegates to (decision D-33)
     */
    static DecodedCall of(byte[] calldata, List<ContractAbi> abis) {
        if (calldata.length == 0) {
            return new Empty(plainTransferTarget(abis));
        }
        if (calldata.length < ContractAbi.SELECTOR_BYTES) {
            return new UnknownFunction(null);
        }
        String selector = HexFormat.of().formatHex(calldata, 0, ContractAbi.SELECTOR_BYTES);
        DecodedCall result = new UnknownFunction(selector);
        for (var abi : abis) {
            var function = abi.function(selector);
            if (function.isPresent()) {
                try {
                    return new Decoded(function.get(), function.get().decode(calldata));
                } catch (UndecodableException e) {
                    result = result instanceof BadArguments ? result : new BadArguments(function.get());
                }
            }
        }
        return result;
    }

    private static @Nullable String plainTransferTarget(List<ContractAbi> abis) {
        for (var abi : abis) {
            String target = abi.plainTransferTarget();
            if (target != null) {
                return target;
            }
        }
        return null;
    }
}
