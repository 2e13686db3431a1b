package dev.lookout.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A bare TCP client that can send what no library would: malformed frames, half frames, announced lengths without bytes. */
final class RawPeer implements AutoCloseable {
    private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(boolean fin, int opcode, boolean masked, byte[] payload) {
        String text() {
            return new String(payload, UTF_8);
        }

        int closeCode() {
            return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        }

        String closeReason() {
            return payload.length < 2 ? "" : new String(payload, 2, payload.length - 2, UTF_8);
        }
    }

    private RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
    }

    static RawPeer connect(int port) throws IOException {
        return new RawPeer(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** With a receive buffer so small that a server notices at once when nobody reads. */
    static RawPeer connectNarrow(int port) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new RawPeer(socket);
    }

    static RawPeer open(int port, String path) throws IOException {
        RawPeer peer = connect(port);
        peer.upgrade(path);
        return peer;
    }

    List<String> upgrade(String path, String... moreHeaders) throws IOException {
        var head = new StringBuilder(
                "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (String header : moreHeaders) {
            head.append(header).append("\r\n");
        }
        write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        return readHead();
    }

    /** Status line and headers of an HTTP answer. */
    List<String> readHead() throws IOException {
        var lines = new ArrayList<String>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            lines.add(line);
        }
        return lines;
    }

    String readBody(int length) throws IOException {
        return new String(in.readNBytes(length), UTF_8);
    }

    private String readLine() throws IOException {
        var line = new StringBuilder();
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("Connection ended after: " + line);
            }
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void text(String text) throws IOException {
        frame(true, Frames.TEXT, text.getBytes(UTF_8));
    }

    void close(int code) throws IOException {
        frame(true, Frames.CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
    }

    void frame(boolean fin, int opcode, byte[] payload) throws IOException {
        write(encode(fin, opcode, payload));
    }

    static byte[] encode(boolean fin, int opcode, byte[] payload) {
        byte[] head = header(fin, opcode, payload.length, true);
        byte[] all = java.util.Arrays.copyOf(head, head.length + payload.length);
        for (int i = 0; i < payload.length; i++) {
            all[head.length + i] = (byte) (payload[i] ^ MASK[i & 3]);
        }
        return all;
    }

    /** A frame header alone, with the mask if wanted. */
    static byte[] header(boolean fin, int opcode, long length, boolean masked) {
        var head = ByteBuffer.allocate(14);
        head.put((byte) ((fin ? 0x80 : 0) | opcode));
        int mask = masked ? 0x80 : 0;
        if (length <= 125) {
            head.put((byte) (mask | (int) length));
        } else if (length <= 0xFFFF) {
            head.put((byte) (mask | 126)).putShort((short) length);
        } else {
            head.put((byte) (mask | 127)).putLong(length);
        }
        if (masked) {
            head.put(MASK);
        }
        return java.util.Arrays.copyOf(head.array(), head.position());
    }

    Frame read() throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        long length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] mask = (second & 0x80) != 0 ? in.readNBytes(4) : new byte[4];
        byte[] payload = in.readNBytes((int) length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return new Frame((first & 0x80) != 0, first & 0x0F, (second & 0x80) != 0, payload);
    }

    /** Whether the server has ended TCP; waits for it up to the socket timeout. */
    boolean ended() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
