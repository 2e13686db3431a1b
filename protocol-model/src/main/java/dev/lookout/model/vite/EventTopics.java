package dev.lookout.model.vite;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Computes what a log's topics hold: the hash of the event's signature, then one 32-byte word for each indexed parameter
 * (VITE sections 5.1 and 5.2).
 *
 * <p>The hash is BLAKE2b-256, not Keccak; addresses count 21 bytes and token ids 10.
 */
public final class EventTopics {
    private static final BigInteger MAX_UINT = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    private static final int MAX_INT_BITS = 255;

    private EventTopics() {}

    /**
     * Topic 0 of an event that is not anonymous.
     *
     * @param signature as people write it, for example {@code Sent(address indexed to, uint amount)}; brought into the
     *     form of {@link #canonical} first
     * @throws IllegalArgumentException if it is no event signature
     */
    public static Hash ofSignature(String signature) {
        return hash(canonical(signature).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The name and canonical types, without spaces, parameter names and {@code indexed}: {@code uint} and {@code int} get
     * their width, {@code vitetoken} becomes {@code tokenId}, structs are spelt {@code (type,type)}. Enums and contract
     * types must be written as the types they stand for ({@code uint8}, {@code address}).
     *
     * @throws IllegalArgumentException if it is no event signature
     */
    public static String canonical(String signature) {
        return new EventSignature(signature).canonical();
    }

    /** @throws IllegalArgumentException if {@code value} is negative or has more than 256 bits */
    public static Hash ofUint(BigInteger value) {
        if (value.signum() < 0 || value.compareTo(MAX_UINT) > 0) {
            throw new IllegalArgumentException("a uint256 is 0 to 2^256-1, not " + value);
        }
        return word(value);
    }

    /** @throws IllegalArgumentException if {@code value} does not fit 256 bits with its sign */
    public static Hash ofInt(BigInteger value) {
        if (value.bitLength() > MAX_INT_BITS) {
            throw new IllegalArgumentException("an int256 is -2^255 to 2^255-1, not " + value);
        }
        return word(value.and(MAX_UINT));
    }

    public static Hash ofBool(boolean value) {
        return word(value ? BigInteger.ONE : BigInteger.ZERO);
    }

    public static Hash ofAddress(Address address) {
        return rightAligned(address.bytes());
    }

    public static Hash ofTokenId(TokenId tokenId) {
        return rightAligned(tokenId.bytes());
    }

    /**
     * A value of {@code bytesN}, N from 1 to 32.
     *
     * @throws IllegalArgumentException for more than 32 bytes
     */
    public static Hash ofFixedBytes(byte... value) {
        if (value.length > Hash.BYTES) {
            throw new IllegalArgumentException("a bytesN has at most 32 bytes, not " + value.length);
        }
        return Hash.of(Arrays.copyOf(value, Hash.BYTES));
    }

    /** A {@code string}: only its hash is in the topic. */
    public static Hash ofString(String text) {
        return ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A {@code bytes}: only its hash is in the topic. */
    public static Hash ofBytes(byte... bytes) {
        return hash(bytes);
    }

    /**
     * An array or struct: the hash of its elements, joined. What compilers make of nested dynamic types differs, so this is
     * best effort (VITE section 5.2).
     *
     * @param elements for each element the bytes of its word, or the raw bytes of a string or bytes; each is padded on the
     *     right to a multiple of 32
     */
    public static Hash ofElements(byte[]... elements) {
        byte[][] padded = new byte[elements.length][];
        for (int i = 0; i < elements.length; i++) {
            int words = (elements[i].length + Hash.BYTES - 1) / Hash.BYTES;
            padded[i] = Arrays.copyOf(elements[i], words * Hash.BYTES);
        }
        return Hash.of(Blake2b.digest(Hash.BYTES, padded));
    }

    private static Hash hash(byte[] input) {
        return Hash.of(Blake2b.digest(Hash.BYTES, input));
    }

    private static Hash word(BigInteger unsigned) {
        byte[] bytes = unsigned.toByteArray();
        // A leading sign byte of a 256-bit value is one too many.
        return rightAligned(bytes.length > Hash.BYTES ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static Hash rightAligned(byte[] bytes) {
        byte[] word = new byte[Hash.BYTES];
        System.arraycopy(bytes, 0, word, word.length - bytes.length, bytes.length);
        return Hash.of(word);
    }
}
