package dev.lookout.gateway.evm;

import java.math.BigInteger;
import java.util.List;

/** A decoded value; how it is written is the protocol's business. */
public sealed interface AbiValue {
    /** Any {@code uintN} or {@code intN}. */
    record Int(BigInteger value) implements AbiValue {}

    record Bool(boolean value) implements AbiValue {}

    /**
     * An address, {@code bytesN}, {@code bytes}, a function pointer, or the topic of an indexed value that is only there as
     * its hash.
     *
     * @param text {@code 0x} and lower-case digits, ready to be sent
     */
    record Hex(String text) implements AbiValue {}

    /** @param text invalid UTF-8 already replaced by U+FFFD */
    record Text(String text) implements AbiValue {}

    /** The elements of an array or the components of a tuple, in order. */
    record Items(List<AbiValue> values) implements AbiValue {
        public Items {
            values = List.copyOf(values);
        }
    }
}
