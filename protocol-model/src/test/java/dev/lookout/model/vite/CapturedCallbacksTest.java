package dev.lookout.model.vite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.model.Captures;
import dev.lookout.model.RawJson;
import dev.lookout.model.Wire;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message that a real node pushed reads into the model and writes back as the same text. */
class CapturedCallbacksTest {
    private static final Map<Set<String>, Class<?>> BY_KEYS = Map.of(
            Set.of("hash", "height", "removed"), SnapshotBlockMessage.class,
            Set.of("hash", "height", "heightStr", "removed"), SnapshotBlockMessageV1.class,
            Set.of("hash", "removed"), AccountBlockMessage.class,
            Set.of("hash", "received", "removed"), UnreceivedBlockMessage.class,
            Set.of("hash", "closed", "removed"), UnreceivedBlockMessageV1.class,
            Set.of("vmlog", "accountBlockHash", "accountBlockHeight", "address", "removed"), VmLogMessage.class,
            Set.of("log", "accountBlockHash", "accountHeight", "addr", "removed"), VmLogMessageV1.class);

    @Tag("VITE-CASE-45")
    @ParameterizedTest
    @ValueSource(strings = {"ws-current.jsonl", "ws-addresses.jsonl", "ws-create-names.jsonl", "ws-v1-names.jsonl"})
    void everyPushedMessageSurvivesByteForByte(String file) {
        int messages = 0;

        for (RawJson frame : Captures.received(file)) {
            for (RawJson message : frame.member("params").member("result").elements()) {
                assertSurvives(message);
                messages++;
            }
        }

        assertThat(messages).isPositive();
    }

    @Tag("VITE-CASE-47")
    @Test
    void everyPollReadsAsAList() {
        int polls = 0;

        for (RawJson reply : Captures.received("http-polling.jsonl")) {
            RawJson result = reply.member("result");
            if (result.isObject() && result.members().containsKey("subscription")) {
                FilterChanges changes = Wire.read(result.text(), FilterChanges.class);
                changes.result().forEach(CapturedCallbacksTest::assertSurvives);
                polls++;
            }
        }

        assertThat(polls).isPositive();
    }

    private static void assertSurvives(RawJson message) {
        Class<?> type = Objects.requireNonNull(BY_KEYS.get(message.members().keySet()), message.text());
        Object read = Wire.read(message.text(), type);

        assertThat(Wire.write(read)).isEqualTo(message.text());
        assertThat(Wire.read(message.text(), type)).isEqualTo(read).hasSameHashCodeAs(read);
    }
}
