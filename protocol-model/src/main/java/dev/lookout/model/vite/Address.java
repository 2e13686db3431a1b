package dev.lookout.model.vite;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lookout.model.HexText;
import dev.lookout.model.InvalidValueException;
import java.util.Arrays;

/**
 * A Vite account: 20 bytes and whether it belongs to a user or to a contract (VITE section 3.1).
 *
 * <p>Text form: {@code vite_}, 40 hex digits, 10 hex digits of checksum; either case of the digits in, lower case out. The
 * checksum is the 5-byte BLAKE2b digest of the 20 bytes, with all bits inverted for a contract: the kind is not printed
 * but told by the checksum. Old contracts may carry a user's checksum, so no rule of this system looks at the kind.
 */
public final class Address implements Comparable<Address> {
    /** Length of the binary form in bytes: the core and one for the kind. */
    public static final int BYTES = 21;

    private static final int CORE = 20;
    private static final int CHECKSUM = 5;
    private static final String PREFIX = "vite_";
    private static final String WANTED = "a Vite address (vite_ and 50 hex digits)";

    /** Whose account it is. */
    public enum Kind {
        USER(0),
        CONTRACT(1);

        private final byte flag;

        Kind(int flag) {
            this.flag = (byte) flag;
        }
    }

    private final byte[] bytes;

    private Address(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws InvalidValueException {@code FORM} for a wrong length or prefix, {@code DIGIT} for a character that is no hex
     *     digit, {@code CHECKSUM} if it is neither a user's nor a contract's
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Address parse(String text) {
        byte[] read = HexText.parse(WANTED, PREFIX, CORE + CHECKSUM, text);
        byte[] found = Arrays.copyOfRange(read, CORE, CORE + CHECKSUM);
        byte[] address = Arrays.copyOf(read, BYTES);
        for (Kind kind : Kind.values()) {
            address[CORE] = kind.flag;
            if (Arrays.equals(found, checksum(address))) {
                return new Address(address);
            }
        }
        throw InvalidValueException.checksum("a Vite address", text, text.length());
    }

    /**
     * @param bytes the 20 core bytes followed by 0 for a user or 1 for a contract; copied
     * @throws IllegalArgumentException for another length or last byte
     */
    public static Address of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an address has " + BYTES + " bytes, not " + bytes.length);
        }
        if (bytes[CORE] != Kind.USER.flag && bytes[CORE] != Kind.CONTRACT.flag) {
            throw new IllegalArgumentException(
                    "the last byte of an address is 0 (user) or 1 (contract), not " + bytes[CORE]);
        }
        return new Address(bytes.clone());
    }

    /** @throws IllegalArgumentException unless {@code core} has length 20 */
    public static Address of(byte[] core, Kind kind) {
        if (core.length != CORE) {
            throw new IllegalArgumentException("the core of an address has " + CORE + " bytes, not " + core.length);
        }
        byte[] bytes = Arrays.copyOf(core, BYTES);
        bytes[CORE] = kind.flag;
        return new Address(bytes);
    }

    /** The user address of an Ed25519-BLAKE2b public key; an empty key is allowed and names contract-triggered sends. */
    public static Address ofPublicKey(Bytes publicKey) {
        return of(Blake2b.digest(CORE, publicKey.toArray()), Kind.USER);
    }

    public Kind kind() {
        return bytes[CORE] == Kind.USER.flag ? Kind.USER : Kind.CONTRACT;
    }

    /** A fresh copy of the 21 bytes: the core, then 0 for a user or 1 for a contract. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(Address other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** {@code vite_} and 50 lower-case hex digits. */
    @JsonValue
    @Override
    public String toString() {
        byte[] text = Arrays.copyOf(bytes, CORE + CHECKSUM);
        System.arraycopy(checksum(bytes), 0, text, CORE, CHECKSUM);
        return HexText.format(PREFIX, text);
    }

    private static byte[] checksum(byte[] address) {
        byte[] checksum = Blake2b.digest(CHECKSUM, Arrays.copyOf(address, CORE));
        if (address[CORE] == Kind.CONTRACT.flag) {
            for (int i = 0; i < CHECKSUM; i++) {
                checksum[i] = (byte) ~checksum[i];
            }
        }
        return checksum;
    }
}
