package dev.lookout.model;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Integers in all spellings that peers use for them, read without a rounding step (VIGIL section 2.10, case C-09). */
public final class ExactIntegers {
    /** More digits than any value of the chains has; a text like {@code 1e999999999} must not fill the memory. */
    private static final int MAX_DIGITS = 1_000;

    private ExactIntegers() {}

    /**
     * Reads {@code 123}, {@code 123.0} and {@code 1.23e+2} alike.
     *
     * @throws InvalidValueException {@code FORM} if it is no number, {@code RANGE} if it is no integer or has more than
     *     1000 digits
     */
    public static BigInteger parse(String text) {
        if (text.length() > MAX_DIGITS) {
            throw InvalidValueException.range("an integer of at most " + MAX_DIGITS + " digits", text);
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            InvalidValueException invalid = InvalidValueException.form("an integer", text, text.length());
            invalid.initCause(e);
            throw invalid;
        }
        if (Math.abs((long) value.precision() - value.scale()) > MAX_DIGITS || value.scale() > MAX_DIGITS) {
            throw InvalidValueException.range("an integer of at most " + MAX_DIGITS + " digits", text);
        }
        try {
            return value.toBigIntegerExact();
        } catch (ArithmeticException e) {
            InvalidValueException invalid = InvalidValueException.range("an integer", text);
            invalid.initCause(e);
            throw invalid;
        }
    }
}
