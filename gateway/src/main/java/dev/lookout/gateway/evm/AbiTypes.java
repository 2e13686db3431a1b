package dev.lookout.gateway.evm;

import com.esaulpaugh.headlong.abi.ABIType;
import com.esaulpaugh.headlong.abi.ArrayType;
import com.esaulpaugh.headlong.abi.TypeFactory;
import com.esaulpaugh.headlong.abi.UnitType;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads type names with headlong's grammar and reduces them to {@link AbiType}: headlong knows the grammar of types, we decode
 * (ADR 50 says why).
 */
final class AbiTypes {
    private AbiTypes() {}

    /**
     * @param name without aliases that headlong does not know, see {@link #plain}; tuples as {@code
     *     (t1,t2)} with the array suffix behind
     * @throws IllegalArgumentException if it is no type
     */
    static AbiType parse(String name) {
        return reduced(TypeFactory.create(name));
    }

    /** Replaces {@code byte} and {@code address payable}, which are no canonical names. */
    static String plain(String name) {
        String base = name.strip();
        if (base.startsWith("address payable")) {
            return "address" + base.substring("address payable".length());
        }
        // headlong knows bytes1, not its old alias.
        return base.equals("byte") || base.startsWith("byte[") ? "bytes1" + base.substring("byte".length()) : base;
    }

    private static AbiType reduced(ABIType<?> type) {
        String name = type.getCanonicalType();
        return switch (type.typeCode()) {
            case ABIType.TYPE_CODE_BOOLEAN -> new AbiType.Bool();
            case ABIType.TYPE_CODE_ADDRESS -> new AbiType.Account();
            case ABIType.TYPE_CODE_INT, ABIType.TYPE_CODE_LONG, ABIType.TYPE_CODE_BIG_INTEGER ->
                integer((UnitType<?>) type);
            case ABIType.TYPE_CODE_TUPLE -> new AbiType.TupleOf(components(type));
            case ABIType.TYPE_CODE_ARRAY -> array(name, type.asArrayType());
            default -> new AbiType.Unrendered(name);
        };
    }

    private static AbiType integer(UnitType<?> type) {
        return type.isUnsigned() ? new AbiType.Unsigned(type.getBitLength()) : new AbiType.Signed(type.getBitLength());
    }

    private static List<AbiType> components(ABIType<?> type) {
        var components = new ArrayList<AbiType>();
        for (var component : type.asTupleType()) {
            components.add(reduced(component));
        }
        return components;
    }

    // headlong sees byte strings as arrays too; only the name tells bytes32 from a real array.
    private static AbiType array(String name, ArrayType<?, ?, ?> array) {
        if (name.endsWith("]")) {
            var element = reduced(array.getElementType());
            return array.getLength() == ArrayType.DYNAMIC_LENGTH
                    ? new AbiType.ListOf(element)
                    : new AbiType.ArrayOf(element, array.getLength());
        }
        return switch (name) {
            case "string" -> new AbiType.Text();
            case "bytes" -> new AbiType.DynamicBytes();
            case "function" -> new AbiType.FunctionPointer();
            default -> new AbiType.FixedBytes(array.getLength());
        };
    }
}
