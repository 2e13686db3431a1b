package dev.lookout.transport;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JSON number as it was spelled: {@code 1.50}, {@code 1e3} and 78-digit integers come back unchanged.
 *
 * <p>Two numbers are equal if their spellings are.
 *
 * @param raw by the JSON grammar
 */
public record JsonNumber(String raw) implements JsonValue {
    private static final Pattern GRAMMAR = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /** Digits that {@link #toBigInteger} is willing to write out for {@code 1e999999999}. */
    private static final int MAX_INTEGER_DIGITS = 1000;

    /** @throws IllegalArgumentException if {@code raw} is no JSON number */
    public JsonNumber {
        if (!GRAMMAR.matcher(raw).matches()) {
            throw new IllegalArgumentException("Not a JSON number: " + JsonText.excerpt(raw));
        }
    }

    public static JsonNumber of(long number) {
        return new JsonNumber(Long.toString(number));
    }

    public static JsonNumber of(BigInteger number) {
        return new JsonNumber(number.toString());
    }

    /** The exact value, or absent if it is no integer or would have more than 1000 digits; {@code 1e3} is an integer. */
    public Optional<BigInteger> toBigInteger() {
        if (raw.length() > MAX_INTEGER_DIGITS) {
            return Optional.empty();
        }
        try {
            var exact = new BigDecimal(raw).stripTrailingZeros();
            if (exact.scale() > 0 || exact.precision() - (long) exact.scale() > MAX_INTEGER_DIGITS) {
                return Optional.empty();
            }
            return Optional.of(exact.toBigIntegerExact());
        } catch (NumberFormatException exponentOutOfRange) {
            return Optional.empty();
        }
    }

    /** Whether it is written without fraction and exponent. */
    public boolean isPlainInteger() {
        return raw.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }

    @Override
    public String kind() {
        return "number";
    }

    @Override
    public String toString() {
        return raw;
    }
}
