package dev.lookout.gateway.vite;

import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import dev.lookout.model.vite.TokenId;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonNumber;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads single values as go-vite does, errors in its words (VITE 1.6). Every error is an {@link IllegalArgumentException}. */
final class GoDecoding {
    private static final int ADDRESS_LENGTH = 55;
    private static final int HASH_LENGTH = 64;
    private static final String PREFIX = "vite_";
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

    private GoDecoding() {}

    static IllegalArgumentException mismatch(JsonValue value, String into) {
        return new IllegalArgumentException("json: cannot unmarshal " + value.kind() + " into " + into);
    }

    static Address address(JsonValue value) {
        return address(string(value));
    }

    /** A map key is text already. */
    static Address address(String text) {
        if (text.length() != ADDRESS_LENGTH || !text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("error hex address or prefix");
        }
        requireHex(text, PREFIX.length());
        try {
            return Address.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("error address[" + text + "] checksum", e);
        }
    }

    static Hash hash(JsonValue value) {
        String text = string(value);
        if (text.length() != HASH_LENGTH) {
            throw new IllegalArgumentException("error hex hash size " + text.length());
        }
        requireHex(text, 0);
        return Hash.parse(text);
    }

    static String token(JsonValue value) {
        try {
            return TokenId.parse(string(value)).toString();
        } catch (IllegalArgumentException e) {
            throw value instanceof JsonString ? new IllegalArgumentException("error tokenTypeId", e) : e;
        }
    }

    static BigInteger integer(JsonValue value, BigInteger least, BigInteger most, String goType) {
        if (value == JsonNull.NULL) {
            return BigInteger.ZERO;
        }
        if (!(value instanceof JsonNumber number)) {
            throw mismatch(value, "Go value of type " + goType);
        }
        if (INTEGER.matcher(number.raw()).matches() && number.raw().length() < 30) {
            var integer = new BigInteger(number.raw());
            if (integer.compareTo(least) >= 0 && integer.compareTo(most) <= 0) {
                return integer;
            }
        }
        throw new IllegalArgumentException(
                "json: cannot unmarshal number " + excerpt(number.raw()) + " into Go value of type " + goType);
    }

    /** {@code strconv.ParseUint(text, 10, 64)}. */
    static Height height(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw new IllegalArgumentException("strconv.ParseUint: parsing " + quoted(text) + ": invalid syntax");
        }
        try {
            return Height.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "strconv.ParseUint: parsing " + quoted(text) + ": value out of range", e);
        }
    }

    private static String string(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.text();
        }
        throw new IllegalArgumentException("not valid string");
    }

    /** Go's strconv.Quote for what can stand here; long texts are cut, as an answer is no place for them. */
    private static String quoted(String text) {
        return '"' + excerpt(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String excerpt(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }

    /** Go prints the first byte that is no digit: {@code U+007A 'z'}. */
    private static void requireHex(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                byte first = text.substring(i).getBytes(java.nio.charset.StandardCharsets.UTF_8)[0];
                char shown = (char) (first & 0xff);
                String code = String.format(Locale.ROOT, "U+%04X", (int) shown);
                throw new IllegalArgumentException("encoding/hex: invalid byte: " + code + " '" + shown + "'");
            }
        }
    }
}
