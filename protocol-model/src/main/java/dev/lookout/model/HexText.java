package dev.lookout.model;

import java.nio.charset.StandardCharsets;

/** Hexadecimal text of a fixed layout, read as a left-to-right reader does: length first, then digit by digit. */
public final class HexText {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private HexText() {}

    /**
     * Reads {@code prefix} followed by exactly {@code bytes} pairs of digits, of either case.
     *
     * @param wanted what the text should be, for the exception's message
     * @throws InvalidValueException {@code FORM} for another length or prefix, {@code DIGIT} for the first bad digit
     */
    public static byte[] parse(String wanted, String prefix, int bytes, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length != prefix.length() + 2 * bytes || !text.startsWith(prefix)) {
            throw InvalidValueException.form(wanted, text, utf8.length);
        }
        return digits(wanted, text, utf8, prefix.length());
    }

    /**
     * Reads {@code prefix} followed by any even number of digits, of either case.
     *
     * @throws InvalidValueException {@code FORM} for another prefix or an odd number of digits, {@code DIGIT} for the
     *     first bad digit
     */
    public static byte[] parse(String wanted, String prefix, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (!text.startsWith(prefix) || (utf8.length - prefix.length()) % 2 != 0) {
            throw InvalidValueException.form(wanted, text, utf8.length);
        }
        return digits(wanted, text, utf8, prefix.length());
    }

    /** {@code prefix} and two lower-case digits for each byte. */
    public static String format(String prefix, byte[] bytes) {
        byte[] text = new byte[prefix.length() + 2 * bytes.length];
        int at = 0;
        for (; at < prefix.length(); at++) {
            text[at] = (byte) prefix.charAt(at);
        }
        for (byte b : bytes) {
            text[at++] = DIGITS[(b >> 4) & 0xf];
            text[at++] = DIGITS[b & 0xf];
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static byte[] digits(String wanted, String text, byte[] utf8, int from) {
        byte[] bytes = new byte[(utf8.length - from) / 2];
        for (int i = 0; i < bytes.length; i++) {
            int at = from + 2 * i;
            int high = digit(wanted, text, utf8, at);
            int low = digit(wanted, text, utf8, at + 1);
            bytes[i] = (byte) ((high << 4) | low);
        }
        return bytes;
    }

    private static int digit(String wanted, String text, byte[] utf8, int at) {
        int value = utf8[at] < 0 ? -1 : asciiDigit(utf8[at]);
        if (value < 0) {
            throw InvalidValueException.digit(wanted, text, utf8.length, utf8[at] & 0xff, at);
        }
        return value;
    }

    // Character.digit would also take full-width and other scripts' digits.
    private static int asciiDigit(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'a' && c <= 'f') {
            return c - 'a' + 10;
        }
        return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }
}
