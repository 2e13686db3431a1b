package dev.lookout.model.vite;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lookout.model.InvalidValueException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * An unsigned 64-bit number, used for heights and other counts of the chain: 0 to 18446744073709551615 (VITE section 3.2).
 *
 * <p>Text form: decimal digits without a sign or spaces; leading zeros are accepted and not kept.
 */
public final class Height implements Comparable<Height> {
    /** In a range: no bound. As the height of a block: a triggered send, which has none of its own. */
    public static final Height ZERO = new Height(0);

    /** 18446744073709551615. */
    public static final Height MAX = new Height(-1L);

    private static final long MAX_BEFORE_DIGIT = Long.divideUnsigned(-1L, 10);
    private static final String WANTED = "a height (decimal digits)";

    private final long bits;

    private Height(long bits) {
        this.bits = bits;
    }

    /** @param bits the 64 bits; a negative long means a value of 2^63 or more */
    public static Height of(long bits) {
        return bits == 0 ? ZERO : new Height(bits);
    }

    /** @throws InvalidValueException {@code RANGE} below 0 or above {@link #MAX} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Height of(BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > Long.SIZE) {
            throw InvalidValueException.range("a height (0 to 18446744073709551615)", value.toString());
        }
        return of(value.longValue());
    }

    /**
     * Reads as the node does, left to right: the first bad character or the digit that leaves the range ends it.
     *
     * @throws InvalidValueException {@code FORM} for the empty text, {@code DIGIT} for anything but decimal digits (a sign,
     *     a space, {@code 0x}), {@code RANGE} above {@link #MAX}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Height parse(String text) {
        if (text.isEmpty()) {
            throw InvalidValueException.form(WANTED, text, 0);
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                byte[] before = text.substring(0, i).getBytes(StandardCharsets.UTF_8);
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                throw InvalidValueException.digit(WANTED, text, utf8.length, utf8[before.length] & 0xff, before.length);
            }
            long next = value * 10 + digit;
            if (Long.compareUnsigned(value, MAX_BEFORE_DIGIT) > 0 || Long.compareUnsigned(next, digit) < 0) {
                throw InvalidValueException.range("a height (0 to 18446744073709551615)", text);
            }
            value = next;
        }
        return of(value);
    }

    /** The 64 bits; negative when the value is 2^63 or more. */
    public long longBits() {
        return bits;
    }

    public boolean isZero() {
        return bits == 0;
    }

    /**
     * One more.
     *
     * @throws ArithmeticException at {@link #MAX}
     */
    public Height next() {
        if (bits == -1L) {
            throw new ArithmeticException("no height follows " + this);
        }
        return of(bits + 1);
    }

    /**
     * One less.
     *
     * @throws ArithmeticException at {@link #ZERO}
     */
    public Height previous() {
        if (bits == 0) {
            throw new ArithmeticException("no height comes before 0");
        }
        return of(bits - 1);
    }

    public BigInteger toBigInteger() {
        return new BigInteger(toString());
    }

    /** Unsigned order. */
    @Override
    public int compareTo(Height other) {
        return Long.compareUnsigned(bits, other.bits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Height that && bits == that.bits;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bits);
    }

    /** Decimal digits without leading zeros. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toUnsignedString(bits);
    }
}
