package dev.lookout.model.vigil;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lookout.model.HexText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An account of an EVM chain: 20 bytes.
 *
 * <p>Text form: {@code 0x} and 40 hex digits, lower case out. In: any case and spaces around it, because samples in the
 * field are edited by hand (VIGIL section 2.10, decision D-24); a mixed-case checksum is therefore not enforced.
 */
public final class EvmAddress implements Comparable<EvmAddress> {
    /** Length in bytes. */
    public static final int BYTES = 20;

    private final byte[] bytes;

    private EvmAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws dev.lookout.model.InvalidValueException {@code FORM} for a wrong length or prefix, {@code DIGIT} for a
     *     character that is no hex digit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EvmAddress parse(String text) {
        return new EvmAddress(HexText.parse("an EVM address (0x and 40 hex digits)", "0x", BYTES, EvmHash.plain(text)));
    }

    /** @throws IllegalArgumentException unless {@code bytes} has length 20 */
    public static EvmAddress of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an EVM address has " + BYTES + " bytes, not " + bytes.length);
        }
        return new EvmAddress(bytes.clone());
    }

    /** A fresh copy of the 20 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The text with the mixed-case checksum of EIP-55; for showing to people, never sent. */
    public String toChecksumText() {
        String digits = HexText.format("", bytes);
        byte[] hash = Keccak256.digest(digits.getBytes(StandardCharsets.US_ASCII));
        StringBuilder text = new StringBuilder("0x");
        for (int i = 0; i < digits.length(); i++) {
            int nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xf;
            char digit = digits.charAt(i);
            text.append(nibble >= 8 ? Character.toUpperCase(digit) : digit);
        }
        return text.toString();
    }

    @Override
    public int compareTo(EvmAddress other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvmAddress that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** {@code 0x} and 40 lower-case hex digits. */
    @JsonValue
    @Override
    public String toString() {
        return HexText.format("0x", bytes);
    }
}
