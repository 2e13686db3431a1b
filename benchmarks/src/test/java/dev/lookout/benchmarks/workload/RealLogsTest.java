package dev.lookout.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealLogsTest {
    private static final String TWO_LOGS = """
            {"network":"test","blockNumber":7,"logIndex":0,"address":"0x00112233445566778899aabbccddeeff01234567",\
            "topics":["0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef","0x%064x"]}
            {"network":"test","blockNumber":8,"logIndex":0,"address":"0xffeeddccbbaa99887766554433221100fedcba98",\
            "topics":[]}
            """.formatted(255);

    @TempDir
    private Path directory;

    @Test
    void aLineBecomesALogWithItsAddressPaddedToTwentyOneBytes() throws IOException {
        var logs = workload(file(TWO_LOGS)).logs(4);

        assertThat(logs.address(0)).hasToString("00112233445566778899aabbccddeeff0123456700");
        assertThat(logs.height(0)).isEqualTo(7);
        assertThat(logs.topics(0)).isEqualTo(2);
        assertThat(logs.topic(0, 0).a()).isEqualTo(0xddf252ad1be2c89bL);
        assertThat(logs.topic(0, 1)).isEqualTo(new Word(0, 0, 0, 255));
        assertThat(logs.topics(1)).isZero();
        assertThat(logs.address(2)).as("from the start again").isEqualTo(logs.address(0));
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> workload(directory.resolve("none.gz")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.gz");
    }

    @Test
    void subscribersFollowWhatOccursInTheLogsBesideTheCheckout() {
        var file = Path.of(System.getProperty("lookout.root", "."), "../shared/data/evm-logs.jsonl.gz");
        Assumptions.assumeTrue(Files.exists(file), "no real logs beside the checkout at " + file);

        var workload = workload(file);

        var address = workload.logs(1).address(0);
        assertThat(workload.logs(1).topics(0)).isPositive();
        assertThat(address.low() & 0xff).isZero();
    }

    private Path file(String lines) throws IOException {
        var file = directory.resolve("logs.jsonl.gz");
        try (var writer =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            writer.write(lines);
        }
        return file;
    }

    private static Workload workload(Path file) {
        return Workload.of(Mix.WALLET, Traffic.REAL, 100).realLogs(file).build();
    }
}
