package dev.lookout.model.vite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.model.Captures;
import dev.lookout.model.Captures.Exchange;
import dev.lookout.model.RawJson;
import dev.lookout.model.Wire;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a real node answered about its ledger reads into the model and writes back as the same text. */
class CapturedLedgerTest {
    private static final Map<String, Class<?>> RESULTS = Map.ofEntries(
            Map.entry("ledger_getSnapshotChainHeight", Height.class),
            Map.entry("ledger_getLatestSnapshotHash", Hash.class),
            Map.entry("ledger_getSnapshotBlockByHeight", SnapshotBlock.class),
            Map.entry("ledger_getSnapshotBlockByHash", SnapshotBlock.class),
            Map.entry("ledger_getLatestSnapshotBlock", SnapshotBlock.class),
            Map.entry("ledger_getSnapshotBlocks", SnapshotBlock.class),
            Map.entry("ledger_getChunks", ChunkV1.class),
            Map.entry("ledger_getChunksV2", Chunk.class),
            Map.entry("ledger_getLatestAccountBlock", AccountBlock.class),
            Map.entry("ledger_getAccountBlockByHash", AccountBlock.class),
            Map.entry("ledger_getAccountBlockByHeight", AccountBlock.class),
            Map.entry("ledger_getAccountBlocks", AccountBlock.class),
            Map.entry("ledger_getAccountBlocksByAddress", AccountBlock.class),
            Map.entry("ledger_getAccountBlocksByHeightRange", AccountBlock.class),
            Map.entry("ledger_getUnreceivedBlocksByAddress", AccountBlock.class),
            Map.entry("ledger_getUnconfirmedBlocks", RawAccountBlock.class),
            Map.entry("ledger_getAllUnconfirmedBlocks", RawAccountBlock.class),
            Map.entry("ledger_getAccountInfoByAddress", AccountInfo.class),
            Map.entry("ledger_getUnreceivedTransactionSummaryByAddress", AccountInfo.class),
            Map.entry("ledger_getVmLogs", VmLog.class),
            Map.entry("ledger_getVmLogsByFilter", LedgerVmLog.class),
            Map.entry("subscribe_getLogs", VmLogMessageV1.class));

    @Tag("VITE-CASE-101")
    @Test
    @Tag("VITE-LEDGER-11")
    @Tag("VITE-LEDGER-12")
    @Tag("VITE-LEDGER-13")
    void everyAnswerSurvivesByteForByte() {
        Set<String> unread = new TreeSet<>();
        int values = 0;

        for (Exchange exchange : Captures.exchanges("http-ledger.jsonl")) {
            RawJson result = exchange.result();
            if (result.isNull()) {
                continue;
            }
            Class<?> type = RESULTS.get(exchange.method());
            if (type == null) {
                unread.add(exchange.method());
                continue;
            }
            for (RawJson value : result.isArray() ? result.elements() : List.of(result)) {
                assertSurvives(value, type);
                values++;
            }
        }

        assertThat(unread).as("methods without a type").isEmpty();
        assertThat(values).isGreaterThan(500);
    }

    @Test
    void everyBlockOfTheChainSurvivesByteForByte() {
        List<RawJson> lines = Captures.lines("chain.jsonl");

        for (RawJson line : lines) {
            RawJson block = line.member("block");
            boolean snapshot = line.member("kind").equals(RawJson.of("snapshotBlock"));
            if (!block.isNull()) {
                assertSurvives(block, snapshot ? SnapshotBlock.class : AccountBlock.class);
            }
            line.member("vmLogs").elements().forEach(log -> assertSurvives(log, VmLog.class));
        }

        assertThat(lines).isNotEmpty();
    }

    @Test
    void copiedBlocksAreEqual() {
        for (Exchange exchange : Captures.exchanges("http-ledger.jsonl")) {
            if (exchange.method().equals("ledger_getAccountBlocks")) {
                for (RawJson json : exchange.result().elements()) {
                    AccountBlock block = Wire.read(json.text(), AccountBlock.class);

                    assertThat(block.toBuilder().build())
                            .isEqualTo(block)
                            .hasSameHashCodeAs(block)
                            .hasToString(block.toString());
                }
            }
        }
    }

    private static void assertSurvives(RawJson value, Class<?> type) {
        assertThat(Wire.write(Wire.read(value.text(), type))).isEqualTo(value.text());
    }
}
