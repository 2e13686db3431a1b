package dev.lookout.model.vigil;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lookout.model.HexText;
import java.util.Arrays;

/** Bytes of any length, possibly none. Text form: {@code 0x} and an even number of hex digits, lower case out. */
public final class EvmBytes {
    public static final EvmBytes EMPTY = new EvmBytes(new byte[0]);

    private final byte[] bytes;

    private EvmBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws dev.lookout.model.InvalidValueException {@code FORM} without {@code 0x} or with an odd number of digits,
     *     {@code DIGIT} for a character that is no hex digit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EvmBytes parse(String text) {
        return new EvmBytes(HexText.parse("EVM bytes (0x and pairs of hex digits)", "0x", EvmHash.plain(text)));
    }

    /** A copy of {@code bytes}. */
    public static EvmBytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new EvmBytes(bytes.clone());
    }

    /** A fresh copy. */
    public byte[] toArray() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvmBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** {@code 0x} and lower-case hex digits; {@code 0x} alone for none. */
    @JsonValue
    @Override
    public String toString() {
        return HexText.format("0x", bytes);
    }
}
