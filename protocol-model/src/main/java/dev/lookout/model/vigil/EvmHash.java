package dev.lookout.model.vigil;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lookout.model.HexText;
import java.util.Arrays;

/**
 * 32 bytes of an EVM chain: the hash of a transaction or block, or a topic.
 *
 * <p>Text form: {@code 0x} and 64 hex digits, lower case out; any case and spaces around it in.
 */
public final class EvmHash implements Comparable<EvmHash> {
    /** Length in bytes. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private EvmHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws dev.lookout.model.InvalidValueException {@code FORM} for a wrong length or prefix, {@code DIGIT} for a
     *     character that is no hex digit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EvmHash parse(String text) {
        return new EvmHash(HexText.parse("an EVM hash (0x and 64 hex digits)", "0x", BYTES, plain(text)));
    }

    /** @throws IllegalArgumentException unless {@code bytes} has length 32 */
    public static EvmHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an EVM hash has " + BYTES + " bytes, not " + bytes.length);
        }
        return new EvmHash(bytes.clone());
    }

    /** A fresh copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(EvmHash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvmHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** {@code 0x} and 64 lower-case hex digits. */
    @JsonValue
    @Override
    public String toString() {
        return HexText.format("0x", bytes);
    }

    /** Without spaces around it and with a small {@code x}. */
    static String plain(String text) {
        String trimmed = text.strip();
        return trimmed.startsWith("0X") ? "0x" + trimmed.substring(2) : trimmed;
    }
}
