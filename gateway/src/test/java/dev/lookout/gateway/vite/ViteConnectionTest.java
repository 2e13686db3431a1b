package dev.lookout.gateway.vite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reader that is slow is waited for; one that has stopped is closed. */
@Timeout(60)
class ViteConnectionTest {
    private static final int LIMIT = 64 * 1024;
    private static final int RESULTS = 1000;

    private final QueueConnection socket = new QueueConnection();
    private final ViteConnection connection = new ViteConnection(socket, LIMIT);
    private final Subscription subscription =
            new Subscription("ab", new ViteTopic.Accounts(Generation.V2), connection, 0);

    ViteConnectionTest() {
        connection.add(subscription, 1);
        connection.replyAndOpen("\"ab\"", List.of(subscription));
    }

    private void offer(int number, Duration patience) {
        byte[] element = ("{\"n\":" + number + ",\"x\":\"" + "x".repeat(1000) + "\"}").getBytes(UTF_8);
        connection.offer(subscription, Results.of(List.of(element)));
        connection.awaitRoom(patience, () -> false);
        connection.flush();
    }

    @Test
    void aReaderThatMakesProgressLosesNothing() throws Exception {
        var done = new AtomicBoolean();
        var reader = new Thread(() -> {
            while (!done.get()) {
                socket.readOne();
                LockSupport.parkNanos(100_000);
            }
        });
        reader.setDaemon(true);
        reader.start();

        for (int i = 0; i < RESULTS; i++) {
            offer(i, Duration.ofSeconds(20));
        }
        while (connection.flush() || socket.queuedMessages() > 0) {
            Thread.onSpinWait();
        }
        done.set(true);
        reader.join(10_000);

        assertThat(socket.closedWith()).isEmpty();
        assertThat(socket.sent()).isGreaterThan(RESULTS * 1000L);
    }

    @Test
    void aReaderThatHasStoppedIsWaitedForOnceThenClosed() {
        int offered = 0;
        while (socket.closedWith().isEmpty() && offered < 100_000) {
            offer(offered++, Duration.ofMillis(20));
        }

        assertThat(socket.closedWith()).startsWith("1013 slow consumer: ");
        assertThat(offered).isLessThan(2000);
    }
}
