package dev.lookout.gateway.evm;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type of the contract ABI, reduced to what decoding needs.
 *
 * <p>Decided by {@code instanceof} in one place, {@link AbiDecoder}. {@link AbiTypes} reads them from ABI JSON.
 */
sealed interface AbiType {
    /** Length of one slot of the encoding. */
    int WORD = 32;

    /** What the type is called in a canonical signature, tuples expanded (VIGIL 4.5). */
    String canonical();

    /** Whether the value stands behind an offset. */
    default boolean isDynamic() {
        return false;
    }

    /** Bytes that the value takes where its list is laid out: 32 for a dynamic one (its offset). */
    default long headBytes() {
        return WORD;
    }

    /** Whether an indexed parameter of this type is in its topic; of any other type only the hash is. */
    default boolean fitsTopic() {
        return true;
    }

    /** @param bits 8 to 256 in steps of 8 */
    record Unsigned(int bits) implements AbiType {
        @Override
        public String canonical() {
            return "uint" + bits;
        }
    }

    /** @param bits 8 to 256 in steps of 8 */
    record Signed(int bits) implements AbiType {
        @Override
        public String canonical() {
            return "int" + bits;
        }
    }

    record Bool() implements AbiType {
        @Override
        public String canonical() {
            return "bool";
        }
    }

    record Account() implements AbiType {
        @Override
        public String canonical() {
            return "address";
        }
    }

    /** An address followed by a selector, 24 bytes, right-padded. */
    record FunctionPointer() implements AbiType {
        static final int BYTES = 24;

        @Override
        public String canonical() {
            return "function";
        }
    }

    /** @param length 1 to 32 */
    record FixedBytes(int length) implements AbiType {
        @Override
        public String canonical() {
            return "bytes" + length;
        }
    }

    record DynamicBytes() implements AbiType {
        @Override
        public String canonical() {
            return "bytes";
        }

        @Override
        public boolean isDynamic() {
            return true;
        }

        @Override
        public boolean fitsTopic() {
            return false;
        }
    }

    record Text() implements AbiType {
        @Override
        public String canonical() {
            return "string";
        }

        @Override
        public boolean isDynamic() {
            return true;
        }

        @Override
        public boolean fitsTopic() {
            return false;
        }
    }

    /**
     * A type that has a canonical name but no rendering (VIGIL 4.6 has none for fixed-point numbers): signatures with it are
     * right, values with it count as undecodable.
     */
    record Unrendered(String canonical) implements AbiType {}

    /** {@code T[]}. */
    record ListOf(AbiType element) implements AbiType {
        @Override
        public String canonical() {
            return element.canonical() + "[]";
        }

        @Override
        public boolean isDynamic() {
            return true;
        }

        @Override
        public boolean fitsTopic() {
            return false;
        }
    }

    /** {@code T[k]}. */
    record ArrayOf(AbiType element, int length) implements AbiType {
        @Override
        public String canonical() {
            return element.canonical() + "[" + length + "]";
        }

        @Override
        public boolean isDynamic() {
            return element.isDynamic();
        }

        @Override
        public long headBytes() {
            return isDynamic() ? WORD : saturated(length, element.headBytes());
        }

        @Override
        public boolean fitsTopic() {
            return false;
        }
    }

    record TupleOf(List<AbiType> components) implements AbiType {
        public TupleOf {
            components = List.copyOf(components);
        }

        @Override
        public String canonical() {
            return signature(components);
        }

        @Override
        public boolean isDynamic() {
            return components.stream().anyMatch(AbiType::isDynamic);
        }

        @Override
        public long headBytes() {
            return isDynamic() ? WORD : headBytesOf(components);
        }

        @Override
        public boolean fitsTopic() {
            return false;
        }
    }

    /** {@code (t1,t2,...)}: no spaces, no names. */
    static String signature(List<AbiType> types) {
        return types.stream().map(AbiType::canonical).collect(Collectors.joining(",", "(", ")"));
    }

    static long headBytesOf(List<AbiType> types) {
        long sum = 0;
        for (var type : types) {
            sum = Math.min(Integer.MAX_VALUE, sum + type.headBytes());
        }
        return sum;
    }

    // A length beyond any data is as good as any other: the check against the data's end refuses both.
    private static long saturated(long count, long bytes) {
        return bytes != 0 && count > Integer.MAX_VALUE / bytes ? Integer.MAX_VALUE : count * bytes;
    }
}
