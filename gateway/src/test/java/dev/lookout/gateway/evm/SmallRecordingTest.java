package dev.lookout.gateway.evm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.evm.EvmChainEvent.BlockInserted;
import dev.lookout.gateway.evm.EvmChainEvent.BlockRemoved;
import dev.lookout.transport.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The recording that ships in the test kit is what the generator makes; run with {@code -Dlookout.recordings.write=true} to make it
 * anew after the generator has changed.
 */
class SmallRecordingTest {
    static final String RESOURCE = "/dev/lookout/testkit/recordings/evm-small.jsonl";

    private static final DevEvmOptions OPTIONS = new DevEvmOptions(2, 2, 0.06, 2);
    private static final int TICKS = 40;
    private static final long CHAIN_ID = 137;

    @Test
    void recordingIsWhatTheGeneratorMakes() throws IOException {
        String made = String.join("\n", lines()) + "\n";
        if (Boolean.getBoolean("lookout.recordings.write")) {
            Files.writeString(
                    Path.of(System.getProperty("lookout.root"), "testkit/src/main/resources" + RESOURCE), made);
            return;
        }

        try (InputStream shipped = SmallRecordingTest.class.getResourceAsStream(RESOURCE)) {
            assertThat(shipped).isNotNull();
            assertThat(new String(shipped.readAllBytes(), UTF_8)).isEqualTo(made);
        }
    }

    @Test
    void recordingHasTwoReorganisations() {
        var events = events();
        long forks = 0;
        for (int i = 1; i < events.size(); i++) {
            forks += events.get(i) instanceof BlockRemoved && events.get(i - 1) instanceof BlockInserted ? 1 : 0;
        }

        assertThat(forks).isEqualTo(2);
        assertThat(events).hasSizeBetween(40, 70);
    }

    private static List<EvmChainEvent> events() {
        var chain = new DevEvmChain(OPTIONS, 1);
        var events = new ArrayList<EvmChainEvent>();
        for (int tick = 0; tick < TICKS; tick++) {
            events.addAll(chain.next());
        }
        return events;
    }

    private static List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(EvmJsonWriter.meta(
                        CHAIN_ID,
                        DevContracts.book(OPTIONS.contracts()),
                        contract -> JsonValue.parse(
                                contract.name().startsWith("token") ? DevContracts.TOKEN_ABI : DevContracts.BLOG_ABI))
                .toJson());
        var chain = new DevEvmChain(OPTIONS, 1);
        for (long tick = 0; tick < TICKS; tick++) {
            for (var event : chain.next()) {
                lines.add(EvmJsonWriter.line(tick * 1000, event).toJson());
            }
        }
        return lines;
    }
}
