package dev.lookout.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.ThreadLocalRandom;

/** Writes RFC 6455 frames: always whole messages, no extension bits; masked on the client side. */
final class Frames {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    /** Largest payload of a control frame, and of the reason in a Close frame. */
    static final int MAX_CONTROL = 125;

    static final int MAX_REASON = 123;

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;

    private Frames() {}

    static int sizeOf(int payload, boolean masked) {
        return (payload <= 125 ? 2 : payload <= 0xFFFF ? 4 : 10) + (masked ? 4 : 0) + payload;
    }

    /** Writes one frame into {@code into} from {@code at} on and answers the position after it. */
    static int write(byte[] into, int at, int opcode, byte[] payload, boolean masked) {
        int length = payload.length;
        into[at++] = (byte) (FIN | opcode);
        int maskBit = masked ? MASKED : 0;
        if (length <= 125) {
            into[at++] = (byte) (maskBit | length);
        } else if (length <= 0xFFFF) {
            into[at++] = (byte) (maskBit | 126);
            into[at++] = (byte) (length >> 8);
            into[at++] = (byte) length;
        } else {
            into[at++] = (byte) (maskBit | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                into[at++] = (byte) ((long) length >> shift);
            }
        }
        if (!masked) {
            System.arraycopy(payload, 0, into, at, length);
            return at + length;
        }
        // The mask defends proxies against chosen bytes on the wire; it is no secret and needs no strong randomness
        // here
        // because all that we send is text of our own making.
        int mask = ThreadLocalRandom.current().nextInt();
        for (int shift = 24; shift >= 0; shift -= 8) {
            into[at++] = (byte) (mask >> shift);
        }
        for (int i = 0; i < length; i++) {
            into[at + i] = (byte) (payload[i] ^ (mask >> (24 - 8 * (i & 3))));
        }
        return at + length;
    }

    /** Payload of a Close frame; 1005 stands for "no code" and gives an empty one. */
    static byte[] closePayload(int code, String reason) {
        if (code == CloseCodes.NONE) {
            return new byte[0];
        }
        byte[] text = reason.getBytes(UTF_8);
        int length = Math.min(text.length, MAX_REASON);
        while (length < text.length && length > 0 && (text[length] & 0xC0) == 0x80) {
            length--;
        }
        var payload = new byte[2 + length];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(text, 0, payload, 2, length);
        return payload;
    }
}
