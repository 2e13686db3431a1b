package dev.lookout.gateway.vigil;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.SpecDocument;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The numbers and words of the code against the spec's tables. */
class SpecTablesTest {
    private static final VigilOptions DEFAULTS = VigilOptions.defaults();
    private static final VigilLimits LIMITS = VigilLimits.specified();

    @Test
    void timersAreTheSpecs() throws IOException {
        JsonNode timers = SpecDocument.yaml("vigil/asyncapi.yaml").get("x-lookout-timers");

        assertThat(millis(timers, "registerDeadline")).isEqualTo(LIMITS.registerDeadline());
        assertThat(millis(timers, "idle")).isEqualTo(LIMITS.idleExpiry());
        assertThat(millis(timers, "serverPing")).isEqualTo(LIMITS.pingInterval());
        assertThat(millis(timers, "leaveGrace")).isEqualTo(LIMITS.unregisterGrace());
        assertThat(millis(timers, "shutdownSpread")).isEqualTo(LIMITS.shutdownSpread());
    }

    @Test
    void limitsAreTheSpecs() throws IOException {
        JsonNode limits = SpecDocument.yaml("vigil/asyncapi.yaml").get("x-lookout-limits");

        assertThat(value(limits, "inboundMessageBytes")).isEqualTo(LIMITS.inboundMessageBytes());
        assertThat(value(limits, "outboundMessageBytes")).isEqualTo(LIMITS.outboundMessageBytes());
        assertThat(value(limits, "queuedMessages")).isEqualTo(LIMITS.queuedMessages());
        assertThat(value(limits, "queuedBytes")).isEqualTo(LIMITS.queuedBytes());
        assertThat(value(limits, "inboundFrames")).isEqualTo(LIMITS.frames());
        assertThat(window(limits, "inboundFrames")).isEqualTo(LIMITS.frameWindow());
        assertThat(value(limits, "violations")).isEqualTo(LIMITS.violations());
        assertThat(window(limits, "violations")).isEqualTo(LIMITS.violationWindow());
        assertThat(value(limits, "rememberedBlocks")).isEqualTo(RetractedMessages.BLOCKS);
    }

    @Test
    void optionsAreTheSpecs() throws IOException {
        JsonNode options = SpecDocument.yaml("vigil/asyncapi.yaml").get("x-lookout-options");

        assertThat(options.get("eventIdField").get("default").asString()).isEqualTo(DEFAULTS.eventIdField());
        assertThat(options.get("legacyRecoverableCloseCode").get("default").asInt())
                .isEqualTo(DEFAULTS.legacyRecoverableCloseCode());
        assertThat(options.get("requireAppHeartbeat").get("default").asBoolean())
                .isEqualTo(DEFAULTS.requireAppHeartbeat());
        assertThat(options.get("strictSession").get("default").asBoolean()).isEqualTo(DEFAULTS.strictSession());
    }

    @Test
    void closeCodesAndReasonsAreTheSpecs() throws IOException {
        JsonNode codes = SpecDocument.yaml("vigil/asyncapi.yaml").get("x-lookout-close-codes");
        var specified = new HashMap<String, List<Integer>>();
        codes.forEach(row -> specified.put(
                row.get("reason").asString(),
                List.of(row.get("code").asInt(), row.get("negotiated").asInt())));
        var ours = new HashMap<String, List<Integer>>();
        for (CloseReason reason : CloseReason.values()) {
            ours.put(reason.text(), List.of(reason.legacyCode(DEFAULTS), reason.extendedCode()));
        }

        specified.remove("invalid UTF-8"); // the transport closes by itself before a session sees anything

        assertThat(ours).isEqualTo(specified);
    }

    private static long value(JsonNode table, String name) {
        return table.get(name).get("value").asLong();
    }

    private static Duration window(JsonNode table, String name) {
        return Duration.ofMillis(table.get(name).get("perMs").asLong());
    }

    private static Duration millis(JsonNode table, String name) {
        return Duration.ofMillis(table.get(name).get("ms").asLong());
    }
}
