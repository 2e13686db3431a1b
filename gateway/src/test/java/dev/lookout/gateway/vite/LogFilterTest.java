package dev.lookout.gateway.vite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.vite.ViteMessages.LogMessage;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VITE 4.1 and 4.2, line by line. Positions are written {@code A.B|C}: the first takes A or B, the second C, {@code *} is any. */
class LogFilterTest {
    private static List<Set<Hash>> positions(String text) {
        var positions = new ArrayList<Set<Hash>>();
        for (String position : text.isEmpty() ? new String[0] : text.split("\\|")) {
            var alternatives = new LinkedHashSet<Hash>();
            for (String topic : position.equals("*") ? new String[0] : position.split("\\.")) {
                alternatives.add(Blocks.hash(topic));
            }
            positions.add(alternatives);
        }
        return positions;
    }

    private static LogMessage log(String topics, long height) {
        var found = topics.isEmpty()
                ? List.<Hash>of()
                : List.of(topics.split(",")).stream().map(Blocks::hash).toList();
        return new LogMessage(Blocks.hash("block"), Height.of(height), Blocks.K, new VmLogContent(found, null), false);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "'*', '', false",
        "'*', 'A', true",
        "'A', 'A', true",
        "'A', 'A,B', true",
        "'A', 'B,A', false",
        "'*|B', 'A,B', true",
        "'*|B', 'B', false",
        "'A|B', 'A,B,C', true",
        "'A.B|C.D', 'B,C', true",
        "'A.B|C.D', 'B,E', false",
        "'A.A.B', 'A', true",
        "'A|*|*', 'A,B', false",
        "'A|*|*', 'A,B,C', true",
        "'*|*|*|*|*', 'A,B,C,D', false",
        "'A|B|C|D', 'A,B,C,D', true",
    })
    @Tag("VITE-CASE-55")
    @Tag("VITE-CASE-56")
    @Tag("VITE-CASE-57")
    @Tag("VITE-CASE-58")
    @Tag("VITE-CASE-59")
    @Tag("VITE-CASE-60")
    @Tag("VITE-CASE-61")
    @Tag("VITE-CASE-62")
    @Tag("VITE-CASE-63")
    @Tag("VITE-CASE-64")
    @Tag("VITE-CASE-65")
    @Tag("VITE-CASE-66")
    @Tag("VITE-CASE-67")
    @Tag("VITE-CASE-68")
    @Tag("VITE-CASE-69")
    void topicsMatchByPosition(String wanted, String found, boolean match) {
        var filter = new LogFilter(Map.of(Blocks.K, LogFilter.Range.ALL), positions(wanted));

        assertThat(filter.wants(log(found, 1))).isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3, 12", "5, 0, 5, 12", "0, 5, 3, 5", "5, 5, 5, 5", "5, 10, 5, 10"})
    @Tag("VITE-CASE-70")
    void bothEndsOfARangeAreIncludedAndZeroIsOpen(long from, long to, long first, long last) {
        var range = new LogFilter.Range(Height.of(from), Height.of(to));
        var filter = new LogFilter(Map.of(Blocks.K, range), List.of());

        for (long height = 3; height <= 12; height++) {
            assertThat(filter.wants(log("A", height)))
                    .as("height %d", height)
                    .isEqualTo(height >= first && height <= last);
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 8, false", "8, 8, true"})
    @Tag("VITE-CASE-72")
    @Tag("VITE-CASE-73")
    void anAddressThatIsNotNamedAndAHeightBelowTheRangeAreNotWanted(long height, long from, boolean match) {
        var range = new LogFilter.Range(Height.of(from), Height.ZERO);

        assertThat(new LogFilter(Map.of(Blocks.K, range), List.of()).wants(log("A", height)))
                .isEqualTo(match);
        assertThat(new LogFilter(Map.of(Blocks.U, range), List.of()).wants(log("A", height)))
                .isFalse();
    }
}
