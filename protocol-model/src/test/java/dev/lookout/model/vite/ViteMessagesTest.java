package dev.lookout.model.vite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookout.model.Wire;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ViteMessagesTest {
    private static final String CONTRACT = "vite_79ac3daebdfed6947c0aaeacd418eadf38a94dddefbd4acec1";
    private static final String HASH = "5d47f2e0a532923f7ee53e7b465381f197a669e86155d541b3b7f3d63f07a0e2";

    @Tag("VITE-CASE-77")
    @Test
    void heightsBeyondTheSignedRangeSurviveAsNumberAndAsText() {
        String json = "{\"hash\":\"" + HASH + "\",\"height\":18446744073709551615,"
                + "\"heightStr\":\"18446744073709551615\",\"removed\":false}";

        SnapshotBlockMessageV1 message = Wire.read(json, SnapshotBlockMessageV1.class);

        assertThat(message.height()).isEqualTo(Height.MAX).isEqualTo(message.heightStr());
        assertThat(Wire.write(message)).isEqualTo(json);
    }

    @Tag("VITE-CASE-74")
    @Test
    void logWithoutTopicsReadsAsEmptyListInBothSpellings() {
        VmLog stored = Wire.read("{\"topics\":null,\"data\":null}", VmLog.class);
        VmLog fresh = Wire.read("{\"topics\":[],\"data\":\"\"}", VmLog.class);

        assertThat(stored.topics()).isEmpty();
        assertThat(fresh.topics()).isEmpty();
        assertThat(stored.data()).isNull();
        assertThat(fresh.data()).isEqualTo(Bytes.EMPTY);
        assertThat(Wire.write(stored)).isEqualTo("{\"topics\":null,\"data\":null}");
        assertThat(Wire.write(fresh)).isEqualTo("{\"topics\":[],\"data\":\"\"}");
        assertThat(stored).isEqualTo(new VmLog(List.of(), null));
    }

    @Tag("VITE-CASE-31")
    @Tag("VITE-CASE-35")
    @Test
    void filterReadsNullPositionsAndNullRangesAsWildcards() {
        String json = "{\"addressHeightRange\":{\"" + CONTRACT + "\":null},\"topics\":[null,[\"" + HASH + "\"]]}";

        VmLogFilter filter = Wire.read(json, VmLogFilter.class);

        assertThat(filter.addressHeightRange()).containsEntry(Address.parse(CONTRACT), HeightRange.ALL);
        assertThat(filter.topics()).containsExactly(List.of(), List.of(Hash.parse(HASH)));
        assertThat(Wire.write(filter))
                .isEqualTo("{\"addressHeightRange\":{\"" + CONTRACT
                        + "\":{\"fromHeight\":\"0\",\"toHeight\":\"0\"}},\"topics\":[[],[\"" + HASH + "\"]]}");
    }

    @Tag("VITE-CASE-82")
    @Test
    void filterOfAnEventHoldsAListForEachPosition() {
        List<Hash> signature =
                List.of(EventTopics.ofSignature("Event4(uint256 indexed i, uint t1, string s, string t2)"));
        List<Hash> numbers = Stream.of(1L, 100L)
                .map(BigInteger::valueOf)
                .map(EventTopics::ofUint)
                .toList();
        List<Hash> texts = Stream.of("hello world", "name", "alice")
                .map(EventTopics::ofString)
                .toList();

        VmLogFilter filter = new VmLogFilter(
                Map.of(Address.parse(CONTRACT), HeightRange.ALL), List.of(signature, numbers, texts), null, null);

        assertThat(Wire.write(filter))
                .endsWith(",\"topics\":[[\"b787fae491b126a61d9e5c4f03e16463e6f1f985d0682dd2d1a844331b539e9c\"],"
                        + "[\"0000000000000000000000000000000000000000000000000000000000000001\","
                        + "\"0000000000000000000000000000000000000000000000000000000000000064\"],"
                        + "[\"256c83b297114d201b30179f3f0ef0cace9783622da5974326b436178aeef610\","
                        + "\"3adaf70d6a60eba6aaa6a1884c382ae32b223557ccaa2f3fcab6aec6c2fca21f\","
                        + "\"e11d814979372c883b50bdb0ffadb1eaf0898bf54fd4fbf298af126fbabbda4c\"]]}");
    }

    @Test
    void whatIsNotSetIsNotWritten() {
        VmLogFilter filter = new VmLogFilter(Map.of(Address.parse(CONTRACT), HeightRange.ALL), List.of(), null, null);

        assertThat(Wire.write(filter)).doesNotContain("topics").doesNotContain("page");
        assertThat(Wire.read("{\"addressHeightRange\":{},\"topics\":null}", VmLogFilter.class)
                        .topics())
                .isEmpty();
    }

    @Test
    void nobodyCanChangeAMessage() {
        Map<Address, HeightRange> ranges = new LinkedHashMap<>(Map.of(Address.parse(CONTRACT), HeightRange.ALL));
        List<List<Hash>> topics = new ArrayList<>(List.of(new ArrayList<>(List.of(Hash.ZERO))));
        VmLogFilter filter = new VmLogFilter(ranges, topics, null, null);

        ranges.clear();
        topics.get(0).clear();
        topics.clear();

        assertThat(filter.addressHeightRange()).hasSize(1);
        assertThat(filter.topics()).containsExactly(List.of(Hash.ZERO));
    }

    @Tag("VITE-CASE-33")
    @Test
    void rangeKnowsItsHeights() {
        HeightRange range = new HeightRange(Height.of(5), Height.of(10));

        assertThat(range.contains(Height.of(5))).isTrue();
        assertThat(range.contains(Height.of(10))).isTrue();
        assertThat(range.contains(Height.of(4))).isFalse();
        assertThat(range.contains(Height.of(11))).isFalse();
        assertThat(new HeightRange(Height.of(5), Height.ZERO).contains(Height.MAX))
                .isTrue();
        assertThatThrownBy(() -> new HeightRange(Height.of(10), Height.of(5)))
                .hasMessageContaining("to height 5 < from height 10");
    }

    @Test
    void missingPropertyIsNamed() {
        assertThatThrownBy(() -> Wire.read("{\"hash\":\"" + HASH + "\"}", AccountBlockMessage.class))
                .hasMessageContaining("removed");
        assertThatThrownBy(() -> Wire.read("{\"hash\":null,\"removed\":false}", AccountBlockMessage.class))
                .hasMessageContaining("hash");
        assertThatThrownBy(() -> VmLogMessage.builder().build()).hasMessageContaining("removed");
        assertThatThrownBy(() -> VmLogMessage.builder().removed(true).build()).hasMessageContaining("vmlog");
    }
}
