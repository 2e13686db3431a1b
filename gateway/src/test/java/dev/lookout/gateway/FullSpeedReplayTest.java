package dev.lookout.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.chain.Pace;
import dev.lookout.gateway.vite.RecordedViteSource;
import dev.lookout.gateway.vite.UndoOrder;
import dev.lookout.gateway.vite.ViteOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A replay as fast as it goes waits for a reader that reads. */
class FullSpeedReplayTest {
    private static final int BLOCKS = 50_000;

    /** A twentieth of what the replay sends to one client. */
    private static final int PENDING = 256 * 1024;

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void everyBlockOfALongRecordingArrivesOnceInOrder() throws Exception {
        var source = RecordedViteSource.of(recording(), Pace.MAX, UndoOrder.NEWEST_FIRST);
        var options = GatewayOptions.builder()
                .port(0)
                .waitFor(1)
                .viteSource(source)
                .vite(ViteOptions.builder().pendingBytesPerConnection(PENDING).build())
                .keptEvents(1000)
                .readerPatience(Duration.ofSeconds(15));
        try (Gateway gateway = Gateway.start(options.build());
                var client = new RawViteClient(gateway.port(), "/vite")) {
            String id = client.subscribe("[\"newAccountBlock\"]");

            client.awaitResults(Map.of(id, BLOCKS));

            assertThat(client.isSilent()).isTrue();
            assertThat(client.results(id).stream()
                            .map(block -> block.get("hash").asString())
                            .toList())
                    .isEqualTo(IntStream.range(0, BLOCKS)
                            .mapToObj(FullSpeedReplayTest::hash)
                            .toList());
        }
    }

    private Path recording() throws IOException {
        Path file = folder.resolve("long.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < BLOCKS; i++) {
                out.write("{\"t\":" + i + ",\"kind\":\"accountBlock\",\"hash\":\"" + hash(i)
                        + "\",\"removed\":false,\"block\":null}\n");
            }
        }
        return file;
    }

    private static String hash(int number) {
        return String.format(Locale.ROOT, "%064x", number + 1);
    }
}
