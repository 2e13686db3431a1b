package dev.lookout.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * A text message that is encoded once and can be sent to any number of connections.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class OutboundText {
    private final byte[] utf8;

    private OutboundText(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Encodes {@code text}; an unpaired surrogate becomes {@code ?}, as {@link String#getBytes} writes it. */
    public static OutboundText of(String text) {
        return new OutboundText(text.getBytes(UTF_8));
    }

    /**
     * Joins parts that are UTF-8 already, so that a shared payload can be framed with a head and a tail of its own.
     *
     * @param parts valid UTF-8 each; copied
     */
    public static OutboundText ofUtf8(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length = Math.addExact(length, part.length);
        }
        var joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return new OutboundText(joined);
    }

    /** Length of the message in bytes of UTF-8, frame header not counted. */
    public int byteLength() {
        return utf8.length;
    }

    /** The text, decoded anew at each call: for tests and logs. */
    public String text() {
        return new String(utf8, UTF_8);
    }

    /** The bytes themselves; callers in this package never write to them. */
    byte[] utf8() {
        return utf8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutboundText that && Arrays.equals(utf8, that.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    @Override
    public String toString() {
        return "OutboundText[" + utf8.length + " bytes]";
    }
}
