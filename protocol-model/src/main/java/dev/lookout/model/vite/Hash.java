package dev.lookout.model.vite;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lookout.model.HexText;
import java.nio.ByteBuffer;

/**
 * 32 bytes: the hash of a block, or a topic of a log (VITE section 3.2).
 *
 * <p>Text form: exactly 64 hex digits without {@code 0x}; either case in, lower case out. Held as four longs, so that
 * comparing and hashing touch no array. Order: as unsigned bytes.
 */
public final class Hash implements Comparable<Hash> {
    /** Length in bytes. */
    public static final int BYTES = 32;

    /** All bytes zero: the previous hash of a first block, the send hash of a block that receives nothing. */
    public static final Hash ZERO = new Hash(0, 0, 0, 0);

    private static final String WANTED = "a hash (64 hex digits without 0x)";

    private final long word0;
    private final long word1;
    private final long word2;
    private final long word3;

    private Hash(long word0, long word1, long word2, long word3) {
        this.word0 = word0;
        this.word1 = word1;
        this.word2 = word2;
        this.word3 = word3;
    }

    /**
     * @throws dev.lookout.model.InvalidValueException {@code FORM} for another length than 64, {@code DIGIT} for a
     *     character that is no hex digit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Hash parse(String text) {
        return of(HexText.parse(WANTED, "", BYTES, text));
    }

    /** @throws IllegalArgumentException unless {@code bytes} has length 32 */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + bytes.length);
        }
        ByteBuffer words = ByteBuffer.wrap(bytes);
        return new Hash(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /** The four big-endian words of the hash, {@code word0} first. */
    public static Hash ofWords(long word0, long word1, long word2, long word3) {
        return new Hash(word0, word1, word2, word3);
    }

    /**
     * Eight of the bytes as a big-endian long.
     *
     * @param index 0 to 3
     */
    public long word(int index) {
        return switch (index) {
            case 0 -> word0;
            case 1 -> word1;
            case 2 -> word2;
            case 3 -> word3;
            default -> throw new IndexOutOfBoundsException("a hash has words 0 to 3, not " + index);
        };
    }

    /** A fresh copy of the 32 bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(word0)
                .putLong(word1)
                .putLong(word2)
                .putLong(word3)
                .array();
    }

    public boolean isZero() {
        return (word0 | word1 | word2 | word3) == 0;
    }

    @Override
    public int compareTo(Hash other) {
        int order = Long.compareUnsigned(word0, other.word0);
        if (order == 0) {
            order = Long.compareUnsigned(word1, other.word1);
        }
        if (order == 0) {
            order = Long.compareUnsigned(word2, other.word2);
        }
        return order == 0 ? Long.compareUnsigned(word3, other.word3) : order;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that
                && word0 == that.word0
                && word1 == that.word1
                && word2 == that.word2
                && word3 == that.word3;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(word0 ^ word1 ^ word2 ^ word3);
    }

    /** 64 lower-case hex digits. */
    @JsonValue
    @Override
    public String toString() {
        return HexText.format("", bytes());
    }
}
