package dev.lookout.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Walks the inbound byte stream frame by frame, before anything is decoded.
 *
 * <p>Data frames within the limit are handed on whole, as they came; control frames are answered for here. A frame that
 * announces too much is skipped byte by byte and never stored, whatever its length; so is all that follows it, but for a
 * Close frame. Memory held: at most what of one frame has really arrived, never more than the limit.
 *
 * <p>Thread: the I/O thread of the connection, one at a time; {@link #limit} and {@link #goDeaf} any.
 */
final class InboundFrames {
    private static final int MAX_HEADER = 14;
    private static final int MASK_BYTES = 4;

    private final boolean fromClient;
    private final Sink sink;
    private volatile int limit;

    private final byte[] header = new byte[MAX_HEADER];
    private int headerLength;
    private int opcode;
    private boolean fin;
    private long length;
    private long left;
    private byte[] frame = new byte[0];
    private int frameLength;

    private boolean inMessage;
    private long messageBytes;
    private int messageLimit;
    private volatile boolean deaf;

    /** What is found; called in stream order. */
    interface Sink {
        /** A whole data frame with its header; the buffer is only valid during the call. */
        void dataFrame(ByteBuffer frame);

        void pingReceived(byte[] payload);

        void pongReceived();

        /** @param code 1005 if the frame had none */
        void peerClosed(int code, String reason);

        /** Nothing but a Close frame is reported after this. */
        void tooLarge(long bytes);

        /** The peer breaks RFC 6455; nothing but a Close frame is reported after this. */
        void violation(String what);
    }

    InboundFrames(boolean fromClient, int limit, Sink sink) {
        this.fromClient = fromClient;
        this.limit = limit;
        this.sink = sink;
    }

    void limit(int bytes) {
        limit = bytes;
    }

    /** From now on only a Close frame is reported. */
    void goDeaf() {
        deaf = true;
    }

    void accept(ByteBuffer in) {
        while (in.hasRemaining()) {
            if (left == 0 && !readHeader(in)) {
                return;
            }
            if (length > 0) {
                readPayload(in);
            }
        }
    }

    /** @return whether the header is complete and has a payload to come, or the frame is done */
    private boolean readHeader(ByteBuffer in) {
        while (headerLength < 2 || headerLength < fullHeaderLength()) {
            if (!in.hasRemaining()) {
                return false;
            }
            header[headerLength++] = in.get();
        }
        fin = (header[0] & 0x80) != 0;
        opcode = header[0] & 0x0F;
        length = payloadLength();
        left = length;
        checkHeader();
        beginPayload();
        if (length == 0) {
            endFrame();
        }
        return true;
    }

    private int fullHeaderLength() {
        int code = header[1] & 0x7F;
        int mask = (header[1] & 0x80) != 0 ? MASK_BYTES : 0;
        return 2 + mask + (code == 127 ? 8 : code == 126 ? 2 : 0);
    }

    private long payloadLength() {
        int code = header[1] & 0x7F;
        if (code < 126) {
            return code;
        }
        int bytes = code == 126 ? 2 : 8;
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = (value << 8) | (header[2 + i] & 0xFF);
        }
        // The top bit must be 0 by RFC 6455 5.2; such a length is refused as too large, whatever it means.
        return value < 0 ? Long.MAX_VALUE : value;
    }

    private void checkHeader() {
        boolean control = (opcode & 0x8) != 0;
        if ((header[0] & 0x70) != 0) {
            violation("reserved bits are set without an extension");
        } else if (((header[1] & 0x80) != 0) != fromClient) {
            violation(fromClient ? "a frame from a client is not masked" : "a frame from a server is masked");
        } else if (control && (!fin || length > Frames.MAX_CONTROL)) {
            violation("a control frame is fragmented or longer than 125 bytes");
        } else if (opcode > Frames.PONG || (opcode > Frames.BINARY && !control)) {
            violation("opcode " + opcode + " is not defined");
        } else if (!control && inMessage != (opcode == Frames.CONTINUATION)) {
            violation(inMessage ? "a new message begins inside another" : "a continuation without a beginning");
        }
        if (control || deaf) {
            return;
        }
        if (!inMessage) {
            messageBytes = 0;
            messageLimit = limit;
        }
        inMessage = !fin;
        messageBytes = length > Long.MAX_VALUE - messageBytes ? Long.MAX_VALUE : messageBytes + length;
        if (messageBytes > messageLimit) {
            deaf = true;
            sink.tooLarge(messageBytes);
        }
    }

    private void violation(String what) {
        if (!deaf) {
            deaf = true;
            sink.violation(what);
        }
    }

    /** Whether this frame's bytes are wanted: all until deafness, then only those of a Close frame. */
    private boolean kept() {
        return !deaf || (opcode == Frames.CLOSE && length <= Frames.MAX_CONTROL);
    }

    private void beginPayload() {
        if (!kept()) {
            frame = new byte[0];
            frameLength = 0;
            return;
        }
        if (frame.length < headerLength) {
            frame = new byte[Math.min(512, headerLength + (int) length)];
        }
        System.arraycopy(header, 0, frame, 0, headerLength);
        frameLength = headerLength;
    }

    private void readPayload(ByteBuffer in) {
        int chunk = (int) Math.min(left, in.remaining());
        if (kept() && frameLength > 0) {
            if (frame.length - frameLength < chunk) {
                // Grows with what has arrived, not with what was announced.
                long wanted = Math.max(2L * frame.length, (long) frameLength + chunk);
                frame = Arrays.copyOf(frame, (int) Math.min(wanted, headerLength + length));
            }
            in.get(frame, frameLength, chunk);
            frameLength += chunk;
        } else {
            in.position(in.position() + chunk);
        }
        left -= chunk;
        if (left == 0) {
            endFrame();
        }
    }

    private void endFrame() {
        boolean whole = kept() && frameLength > 0;
        int size = frameLength;
        int headerSize = headerLength;
        headerLength = 0;
        frameLength = 0;
        length = 0;
        if (!whole) {
            return;
        }
        switch (opcode) {
            case Frames.PING -> sink.pingReceived(controlPayload(headerSize, size));
            case Frames.PONG -> sink.pongReceived();
            case Frames.CLOSE -> close(controlPayload(headerSize, size));
            default -> sink.dataFrame(ByteBuffer.wrap(frame, 0, size));
        }
        if (frame.length > 4096) {
            frame = new byte[0];
        }
    }

    private byte[] controlPayload(int headerSize, int size) {
        byte[] payload = Arrays.copyOfRange(frame, headerSize, size);
        if (fromClient) {
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= frame[headerSize - MASK_BYTES + (i & 3)];
            }
        }
        return payload;
    }

    private void close(byte[] payload) {
        deaf = true;
        if (payload.length == 0) {
            sink.peerClosed(CloseCodes.NONE, "");
        } else if (payload.length == 1) {
            sink.peerClosed(CloseCodes.PROTOCOL_ERROR, "");
        } else {
            sink.peerClosed(
                    ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF),
                    new String(payload, 2, payload.length - 2, UTF_8));
        }
    }
}
