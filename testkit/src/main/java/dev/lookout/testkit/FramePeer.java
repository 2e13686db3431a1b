package dev.lookout.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket server that writes frames by hand, for what a well-behaved one cannot do: fragments, half a frame, nonsense.
 *
 * <p>It serves one client, and does nothing by itself: the test accepts, reads and writes, each call on the test's thread and for at most
 * 10 s of real time. For everything else use {@link ScriptedPeer}.
 *
 * <p>Thread: one.
 */
public final class FramePeer implements AutoCloseable {
    private static final int DEADLINE_MILLIS = 10_000;
    private static final int FINAL = 0x80;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final String KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private @Nullable Socket client;

    private FramePeer() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout(DEADLINE_MILLIS);
    }

    /** Listens on a free port of loopback. */
    public static FramePeer start() {
        try {
            return new FramePeer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any path is served. */
    public URI uri() {
        return URI.create("ws://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + "/");
    }

    /** Takes the client's connection and answers its opening handshake. */
    public void accept() throws IOException {
        var socket = server.accept();
        socket.setSoTimeout(DEADLINE_MILLIS);
        client = socket;
        String key = "";
        var in = socket.getInputStream();
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                key = line.substring(18).trim();
            }
        }
        var reply = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + acceptFor(key) + "\r\n\r\n";
        writeRaw(reply.getBytes(ISO_8859_1));
    }

    /** The next text message that the client sends; other frames are skipped. */
    public String readText() throws IOException {
        var in = new DataInputStream(client().getInputStream());
        while (true) {
            int head = in.readUnsignedByte();
            long length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(Math.toIntExact(length));
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if ((head & 0x0f) == TEXT) {
                return new String(payload, UTF_8);
            }
        }
    }

    /** Sends one text message in one frame. */
    public void sendText(String text) throws IOException {
        sendInFrames(text, 1);
    }

    /** Sends one text message in this many frames of about equal size; a frame may end inside a character. */
    public void sendInFrames(String text, int frames) throws IOException {
        byte[] payload = text.getBytes(UTF_8);
        for (int i = 0; i < frames; i++) {
            int from = (int) ((long) payload.length * i / frames);
            int until = (int) ((long) payload.length * (i + 1) / frames);
            int opcode = i == 0 ? TEXT : CONTINUATION;
            writeRaw(frame(i == frames - 1 ? FINAL | opcode : opcode, payload, from, until));
        }
    }

    /** Sends the first half of the frame of a text message, and leaves it at that. */
    public void sendHalfFrame(String text) throws IOException {
        byte[] payload = text.getBytes(UTF_8);
        byte[] whole = frame(FINAL | TEXT, payload, 0, payload.length);
        client().getOutputStream().write(whole, 0, whole.length / 2);
        client().getOutputStream().flush();
    }

    /** Writes bytes as they are. */
    public void writeRaw(byte[] bytes) throws IOException {
        client().getOutputStream().write(bytes);
        client().getOutputStream().flush();
    }

    /** Drops TCP, without a Close frame. */
    public void drop() throws IOException {
        client().close();
    }

    @Override
    public void close() throws IOException {
        if (client != null) {
            client.close();
        }
        server.close();
    }

    private Socket client() {
        if (client == null) {
            throw new IllegalStateException("No client yet: call accept() first");
        }
        return client;
    }

    private static byte[] frame(int head, byte[] payload, int from, int until) {
        int length = until - from;
        var out = new ByteArrayOutputStream(length + 10);
        out.write(head);
        if (length < 126) {
            out.write(length);
        } else if (length < 1 << 16) {
            out.write(126);
            out.write(length >> 8);
            out.write(length);
        } else {
            out.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) ((long) length >> shift));
            }
        }
        out.write(payload, from, length);
        return out.toByteArray();
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static String acceptFor(String key) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder().encodeToString(sha1.digest((key + KEY_SUFFIX).getBytes(ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }
}
