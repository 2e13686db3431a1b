package dev.lookout.model.vite;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lookout.model.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Immutable bytes. Text form: base64 with the standard alphabet and padding; the empty text is no bytes (VITE section 3.2). */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws InvalidValueException {@code FORM} if it is no padded base64 text of the standard alphabet */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Bytes parse(String base64) {
        byte[] text = base64.getBytes(StandardCharsets.UTF_8);
        if (text.length % 4 != 0) {
            throw InvalidValueException.form("base64 (length a multiple of 4)", base64, text.length);
        }
        try {
            return new Bytes(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            InvalidValueException invalid = InvalidValueException.form("base64", base64, text.length);
            invalid.initCause(e);
            throw invalid;
        }
    }

    /** A copy of {@code bytes}. */
    public static Bytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
    }

    /** A fresh copy. */
    public byte[] toArray() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The base64 text. */
    @JsonValue
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
