package dev.lookout.gateway.vigil;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A WebSocket client that writes and reads frames by hand, for what a well-behaved one cannot do: fragments, bad text, not reading.
 * It answers nothing by itself; a read fails after 60 s.
 */
final class FrameClient implements AutoCloseable {
    static final int FINAL = 0x80;
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final String statusLine;

    FrameClient(int port, String path) throws IOException {
        socket.setReceiveBufferSize(4096); // what is not read piles up at the server soon
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(60_000);
        in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream()
                .write(String.join(
                                "\r\n",
                                "GET " + path + " HTTP/1.1",
                                "Host: 127.0.0.1",
                                "Upgrade: websocket",
                                "Connection: Upgrade",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                                "Sec-WebSocket-Version: 13",
                                "",
                                "")
                        .getBytes(US_ASCII));
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.readUnsignedByte());
        }
        statusLine = head.substring(0, head.indexOf("\r\n"));
    }

    /** A frame that came. */
    static final class Frame {
        private final int opcode;
        private final byte[] payload;

        Frame(int opcode, byte[] payload) {
            this.opcode = opcode;
            this.payload = payload;
        }

        /** Without the final bit. */
        int opcode() {
            return opcode;
        }

        String text() {
            return new String(payload, UTF_8);
        }

        /** {@code code reason} of a Close frame. */
        String end() {
            int code = ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
            return code + " " + new String(payload, 2, payload.length - 2, UTF_8);
        }
    }

    /** The first line of the answer to the upgrade. */
    String statusLine() {
        return statusLine;
    }

    void sendText(String text) throws IOException {
        send(FINAL | TEXT, text.getBytes(UTF_8));
    }

    /** @param head final bit and opcode */
    void send(int head, byte[] payload) throws IOException {
        if (payload.length >= 126) {
            throw new IllegalArgumentException("only short frames are sent");
        }
        var frame = new ByteArrayOutputStream();
        frame.write(head);
        frame.write(0x80 | payload.length);
        frame.writeBytes(new byte[4]); // a mask of zeros leaves the text as it is
        frame.writeBytes(payload);
        socket.getOutputStream().write(frame.toByteArray());
    }

    Frame read() throws IOException {
        int head = in.readUnsignedByte();
        long length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        return new Frame(head & 0x0f, in.readNBytes(Math.toIntExact(length)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
