package dev.lookout.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many frames a second one server sends to 200 loopback connections when one text of 300 bytes goes to all of them.
 *
 * <p>Run by hand: {@code main} takes the file that the figure goes to and ends after 12 s. Readers are blocking threads in the same process that
 * count bytes, so the figure is a lower bound on a machine with few processors. Producers wait when a queue is full, as a
 * gateway that follows a chain never would have to.
 */
final class BroadcastMeasurement {
    private static final Logger LOG = LoggerFactory.getLogger(BroadcastMeasurement.class);
    private static final int CONNECTIONS = 200;
    private static final int TEXT_BYTES = 300;
    private static final long WARM_UP_SECONDS = 4;
    private static final long SECONDS = 8;

    private static final String UPGRADE = """
            GET / HTTP/1.1
            Host: x
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

            """;

    private BroadcastMeasurement() {}

    public static void main(String[] arguments) throws Exception {
        Set<Connection> open = ConcurrentHashMap.newKeySet();
        var received = new LongAdder();
        try (TransportServer server = TransportServer.builder("127.0.0.1", 0)
                .webSocket("/", (connection, handshake) -> {
                    open.add(connection);
                    return new RecordingListener();
                })
                .build()) {
            server.start();
            List<Socket> sockets = connect(server.port(), received);
            while (open.size() < CONNECTIONS) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            broadcast(open, WARM_UP_SECONDS);
            received.reset();
            broadcast(open, SECONDS);
            long frames = received.sum() / Frames.sizeOf(TEXT_BYTES, false);
            Files.writeString(
                    Path.of(arguments[0]), frames / SECONDS + " frames/s to " + CONNECTIONS + " connections\n");
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static void broadcast(Set<Connection> open, long seconds) {
        OutboundText text = OutboundText.of("x".repeat(TEXT_BYTES));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            for (Connection connection : open) {
                while (!connection.send(Lane.DATA, text) && System.nanoTime() < end) {
                    LockSupport.parkNanos(1000);
                }
            }
        }
    }

    private static List<Socket> connect(int port, LongAdder received) throws Exception {
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < CONNECTIONS; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write(UPGRADE.replace("\n", "\r\n").getBytes(US_ASCII));
            var reader = new Thread(() -> count(socket, received));
            reader.setDaemon(true);
            reader.start();
            sockets.add(socket);
        }
        return sockets;
    }

    private static void count(Socket socket, LongAdder received) {
        var buffer = new byte[64 * 1024];
        try (InputStream in = socket.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                received.add(read);
            }
        } catch (java.io.IOException closed) {
            LOG.debug("A reader has ended", closed);
        }
    }
}
