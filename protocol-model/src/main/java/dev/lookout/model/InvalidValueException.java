package dev.lookout.model;

/**
 * A text or a number is no value of the wanted type.
 *
 * <p>{@link #reason()} is meant for decisions (a node answers each reason with its own text), {@link #getMessage()} for
 * people. The offending text is kept up to its first 200 characters.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. When several things are, the first that a left-to-right reader meets. */
    public enum Reason {
        /** Wrong length, wrong prefix, empty. */
        FORM,
        /** A character that is no digit of this notation; {@link InvalidValueException#digit()} tells which. */
        DIGIT,
        /** All digits are fine but the checksum does not fit. */
        CHECKSUM,
        /** Well-formed but outside of the type's range. */
        RANGE
    }

    private static final int NO_DIGIT = -1;

    private final Reason reason;
    private final String text;
    private final int length;
    private final int digit;

    private InvalidValueException(Reason reason, String text, int length, int digit, String message) {
        super(message);
        this.reason = reason;
        this.text = Excerpt.of(text);
        this.length = length;
        this.digit = digit;
    }

    /**
     * @param wanted what the text should have been, for example {@code a Vite address (vite_ and 50 hex digits)}
     * @param length length of the text in UTF-8 bytes
     */
    public static InvalidValueException form(String wanted, String text, int length) {
        return new InvalidValueException(
                Reason.FORM, text, length, NO_DIGIT, "Not " + wanted + ": \"" + Excerpt.of(text) + "\"");
    }

    /**
     * @param wanted what the text should have been
     * @param digit the first offending UTF-8 byte, 0 to 255
     * @param position its index in the UTF-8 form of the text
     */
    public static InvalidValueException digit(String wanted, String text, int length, int digit, int position) {
        return new InvalidValueException(
                Reason.DIGIT,
                text,
                length,
                digit,
                "Not " + wanted + ": \"" + Excerpt.of(text) + "\" has no digit at index " + position);
    }

    /** @param wanted what the text should have been */
    public static InvalidValueException checksum(String wanted, String text, int length) {
        return new InvalidValueException(
                Reason.CHECKSUM,
                text,
                length,
                NO_DIGIT,
                "Not " + wanted + ": the checksum of \"" + Excerpt.of(text) + "\" is wrong; was it typed by hand?");
    }

    /** @param wanted what the text should have been, with its range */
    public static InvalidValueException range(String wanted, String text) {
        return new InvalidValueException(
                Reason.RANGE,
                text,
                text.length(),
                NO_DIGIT,
                "Out of range: \"" + Excerpt.of(text) + "\" is not " + wanted);
    }

    public Reason reason() {
        return reason;
    }

    /** The offending text, at most its first 200 characters. */
    public String text() {
        return text;
    }

    /** Length of the whole offending text in UTF-8 bytes. */
    public int length() {
        return length;
    }

    /**
     * For {@link Reason#DIGIT}: the first offending UTF-8 byte, 0 to 255.
     *
     * @throws IllegalStateException for any other reason
     */
    public int digit() {
        if (digit == NO_DIGIT) {
            throw new IllegalStateException("no digit is to blame: the reason is " + reason);
        }
        return digit;
    }
}
