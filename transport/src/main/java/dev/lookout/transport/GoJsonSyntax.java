package dev.lookout.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Says in the words of Go's encoding/json what is wrong with a JSON text: a real Vite node answers with them (VITE 1.6).
 *
 * <p>Follows the order in which Go's scanner looks at bytes, so that the same byte is blamed. It judges syntax only and is
 * meant for texts that Jackson has refused; correct texts never come here.
 */
public final class GoJsonSyntax {
    /** Go's own limit of nesting. */
    private static final int MAX_DEPTH = 10_000;

    private static final String EOF = "unexpected EOF";

    private enum Want {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        COMMA_OR_END
    }

    private final byte[] text;
    private int at;
    private int depth;
    private final BitSet objects = new BitSet(); // bit per open bracket: whether it is a brace
    private Want want = Want.VALUE;

    private GoJsonSyntax(byte[] text) {
        this.text = text;
    }

    /**
     * Reads the first value of {@code text} as Go's {@code json.Decoder} does.
     *
     * @return Go's error text; absent if Go accepts the value, whatever follows it, or if there is nothing but white space
     */
    public static Optional<String> diagnose(String text) {
        if (isBlank(text)) {
            return Optional.empty();
        }
        try {
            new GoJsonSyntax(text.getBytes(UTF_8)).scanValue();
            return Optional.empty();
        } catch (SyntaxError e) {
            return Optional.of(e.getMessage() == null ? EOF : e.getMessage());
        }
    }

    /** The first value alone, if Go accepts it: what follows it is cut off. */
    static Optional<String> firstValue(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        try {
            int end = new GoJsonSyntax(bytes).scanValue();
            return Optional.of(new String(Arrays.copyOf(bytes, end), UTF_8));
        } catch (SyntaxError e) {
            return Optional.empty();
        }
    }

    /** Whether there is no value at all, only what JSON counts as white space. */
    static boolean isBlank(String text) {
        return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r');
    }

    /** @return where the value ends */
    private int scanValue() throws SyntaxError {
        do {
            byte c = next();
            switch (want) {
                case VALUE -> begin(c);
                case VALUE_OR_END -> {
                    if (c == ']') {
                        leave();
                    } else {
                        begin(c);
                    }
                }
                case KEY, KEY_OR_END -> key(c);
                case COLON -> {
                    if (c != ':') {
                        throw wrong(c, "after object key");
                    }
                    want = Want.VALUE;
                }
                case COMMA_OR_END -> commaOrEnd(c);
            }
        } while (depth > 0);
        return at;
    }

    private void begin(byte c) throws SyntaxError {
        switch (c) {
            case '{' -> enter(true);
            case '[' -> enter(false);
            case '"' -> string();
            case '-' -> number(take());
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> {
                if (!isDigit(c)) {
                    throw wrong(c, "looking for beginning of value");
                }
                number(c);
            }
        }
        if (c != '{' && c != '[') {
            want = Want.COMMA_OR_END;
        }
    }

    private void key(byte c) throws SyntaxError {
        if (c == '}' && want == Want.KEY_OR_END) {
            leave();
        } else if (c == '"') {
            string();
            want = Want.COLON;
        } else {
            throw wrong(c, "looking for beginning of object key string");
        }
    }

    private void commaOrEnd(byte c) throws SyntaxError {
        boolean inObject = objects.get(depth - 1);
        if (c == ',') {
            want = inObject ? Want.KEY : Want.VALUE;
        } else if (c == (inObject ? '}' : ']')) {
            leave();
        } else {
            throw wrong(c, inObject ? "after object key:value pair" : "after array element");
        }
    }

    private void enter(boolean object) throws SyntaxError {
        if (depth == MAX_DEPTH) {
            throw new SyntaxError("exceeded max depth");
        }
        objects.set(depth++, object);
        want = object ? Want.KEY_OR_END : Want.VALUE_OR_END;
    }

    private void leave() {
        depth--;
        want = Want.COMMA_OR_END;
    }

    private void string() throws SyntaxError {
        for (byte c = take(); c != '"'; c = take()) {
            if (c == '\\') {
                escape();
            } else if (c >= 0 && c < ' ') {
                throw wrong(c, "in string literal");
            }
        }
    }

    private void escape() throws SyntaxError {
        byte c = take();
        if (c == 'u') {
            for (int i = 0; i < 4; i++) {
                byte digit = take();
                if (Character.digit(digit, 16) < 0) {
                    throw wrong(digit, "in \\u hexadecimal character escape");
                }
            }
        } else if ("bfnrt\\/\"".indexOf(c) < 0) {
            throw wrong(c, "in string escape code");
        }
    }

    /** @param first digit; a minus sign before it is read already */
    private void number(byte first) throws SyntaxError {
        if (!isDigit(first)) {
            throw wrong(first, "in numeric literal");
        }
        if (first != '0') {
            skipDigits();
        }
        if (peek('.')) {
            at++;
            digits("after decimal point in numeric literal");
        }
        if (peek('e') || peek('E')) {
            at++;
            if (peek('+') || peek('-')) {
                at++;
            }
            digits("in exponent of numeric literal");
        }
    }

    private void digits(String where) throws SyntaxError {
        byte c = take();
        if (!isDigit(c)) {
            throw wrong(c, where);
        }
        skipDigits();
    }

    private void skipDigits() {
        while (at < text.length && isDigit(text[at])) {
            at++;
        }
    }

    private void literal(String word) throws SyntaxError {
        for (int i = 1; i < word.length(); i++) {
            byte c = take();
            if (c != word.charAt(i)) {
                throw wrong(c, "in literal " + word + " (expecting '" + word.charAt(i) + "')");
            }
        }
    }

    private boolean peek(char c) {
        return at < text.length && text[at] == c;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    /** The next byte that is no white space. */
    private byte next() throws SyntaxError {
        byte c = take();
        while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            c = take();
        }
        return c;
    }

    private byte take() throws SyntaxError {
        if (at == text.length) {
            throw new SyntaxError(EOF);
        }
        return text[at++];
    }

    private static SyntaxError wrong(byte c, String where) {
        return new SyntaxError("invalid character " + quote(c & 0xFF) + " " + where);
    }

    /** Go's quoteChar: the byte is taken for a code point, so what is no ASCII shows as Latin-1. */
    private static String quote(int c) {
        String inner = switch (c) {
            case '\'' -> "\\'";
            case '\\' -> "\\\\";
            case 7 -> "\\a";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case 11 -> "\\v";
            default -> {
                if (c < ' ' || c == 0x7F) {
                    yield String.format("\\x%02x", c);
                }
                yield (c >= 0x80 && c <= 0xA0) || c == 0xAD ? String.format("\\u%04x", c) : String.valueOf((char) c);
            }
        };
        return "'" + inner + "'";
    }

    /** Go's message; without a stack trace, because bad input is not an event worth one. */
    private static final class SyntaxError extends Exception {
        private static final long serialVersionUID = 1L;

        SyntaxError(String message) {
            super(message, null, false, false);
        }
    }
}
