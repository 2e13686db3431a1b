package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmHash;
import dev.lookout.model.vigil.Keccak256;
import java.util.List;

/** A function of an ABI, known by its selector: names alone do not tell overloads apart. */
public final class AbiFunction {
    private final String name;
    private final List<AbiParameter> inputs;
    private final List<AbiType> types;
    private final String signature;
    private final EvmHash hash;

    AbiFunction(String name, List<AbiParameter> inputs) {
        this.name = name;
        this.inputs = List.copyOf(inputs);
        this.types = inputs.stream().map(AbiParameter::type).toList();
        this.signature = name + AbiType.signature(types);
        this.hash = Keccak256.hash(signature);
    }

    public String name() {
        return name;
    }

    /** Name and canonical types, without spaces. */
    public String signature() {
        return signature;
    }

    /** Keccak-256 of the signature; its first four bytes are the selector. */
    public EvmHash hash() {
        return hash;
    }

    /** Eight lower-case digits without {@code 0x}. */
    public String selector() {
        return hash.toString().substring(2, 10);
    }

    public int arity() {
        return inputs.size();
    }

    /** The name of an input as in the ABI, possibly empty. */
    public String parameterName(int index) {
        return inputs.get(index).name();
    }

    /** The canonical type of an input, tuples expanded. */
    public String parameterType(int index) {
        return types.get(index).canonical();
    }

    /** @throws UndecodableException if the calldata behind the selector is no encoding of the inputs */
    List<AbiValue> decode(byte[] calldata) {
        return AbiDecoder.decode(types, calldata, ContractAbi.SELECTOR_BYTES);
    }

    @Override
    public String toString() {
        return signature;
    }
}
