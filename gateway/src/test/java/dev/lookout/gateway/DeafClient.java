package dev.lookout.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A WebSocket client that upgrades, sends, and reads nothing until asked whether the server has given up on it. */
final class DeafClient implements AutoCloseable {
    private final Socket socket = new Socket();

    DeafClient(int port) throws IOException {
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(String.join(
                                "\r\n",
                                "GET /vite HTTP/1.1",
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
            head.append((char) socket.getInputStream().read());
        }
    }

    void subscribe(String params) throws IOException {
        byte[] text = ("{\"id\":1,\"method\":\"subscribe_subscribe\",\"params\":" + params + "}").getBytes(UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        frame.write(0x80 | text.length);
        frame.writeBytes(new byte[4]); // a mask of zeros leaves the text as it is
        frame.writeBytes(text);
        socket.getOutputStream().write(frame.toByteArray());
    }

    /** Reads what was sent meanwhile: true once the server has closed. */
    boolean isEnded() throws IOException {
        var buffer = new byte[8192];
        try {
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (socket.getInputStream().read(buffer) >= 0) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
