package dev.lookout.model.vite;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lookout.model.HexText;
import dev.lookout.model.InvalidValueException;
import java.util.Arrays;

/**
 * The id of a token: 10 bytes (VITE section 3.2).
 *
 * <p>Text form: {@code tti_}, 20 hex digits, 4 hex digits of checksum (the 2-byte BLAKE2b digest of the 10 bytes); either
 * case of the digits in, lower case out.
 */
public final class TokenId {
    /** Length of the binary form in bytes. */
    public static final int BYTES = 10;

    private static final int CHECKSUM = 2;
    private static final String PREFIX = "tti_";

    /** All bytes zero: no token. */
    public static final TokenId ZERO = new TokenId(new byte[BYTES]);

    /** The native token: the letters {@code VITE TOKEN}. */
    public static final TokenId VITE = parse("tti_5649544520544f4b454e6e40");

    private final byte[] bytes;

    private TokenId(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws InvalidValueException {@code FORM} for a wrong length or prefix, {@code DIGIT} for a character that is no hex
     *     digit, {@code CHECKSUM}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TokenId parse(String text) {
        byte[] read = HexText.parse("a token id (tti_ and 24 hex digits)", PREFIX, BYTES + CHECKSUM, text);
        byte[] id = Arrays.copyOf(read, BYTES);
        if (!Arrays.equals(Blake2b.digest(CHECKSUM, id), Arrays.copyOfRange(read, BYTES, BYTES + CHECKSUM))) {
            throw InvalidValueException.checksum("a token id", text, text.length());
        }
        return new TokenId(id);
    }

    /** @throws IllegalArgumentException unless {@code bytes} has length 10 */
    public static TokenId of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a token id has " + BYTES + " bytes, not " + bytes.length);
        }
        return new TokenId(bytes.clone());
    }

    /** A fresh copy of the 10 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** {@code tti_} and 24 lower-case hex digits. */
    @JsonValue
    @Override
    public String toString() {
        byte[] text = Arrays.copyOf(bytes, BYTES + CHECKSUM);
        System.arraycopy(Blake2b.digest(CHECKSUM, bytes), 0, text, BYTES, CHECKSUM);
        return HexText.format(PREFIX, text);
    }
}
