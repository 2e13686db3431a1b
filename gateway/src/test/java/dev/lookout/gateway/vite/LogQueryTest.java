package dev.lookout.gateway.vite;

import static dev.lookout.gateway.vite.Blocks.K;
import static dev.lookout.gateway.vite.Blocks.U;
import static dev.lookout.gateway.vite.Blocks.log;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.model.vite.Address;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LogQueryTest {
    private static final Pattern ELEMENT =
            Pattern.compile("\"accountBlockHeight\":\"(\\d+)\",\"address\":\"(vite_[0-9a-f]+)\"");

    private final InMemoryLedger ledger = new InMemoryLedger(100);

    private List<String> page(int index, int size, Address... addresses) {
        var ranges = new LinkedHashMap<String, LogFilterParam.RangeText>();
        for (Address address : addresses) {
            ranges.put(address.toString(), new LogFilterParam.RangeText("1", "0"));
        }
        var param = new LogFilterParam(ranges, List.of(), BigInteger.valueOf(index), BigInteger.valueOf(size));
        String answer = new LogQuery(ledger, ViteOptions.builder().build()).answer(param, Generation.V2);
        return ELEMENT.matcher(answer)
                .results()
                .map(found -> (found.group(2).equals(K.toString()) ? "K" : "U") + found.group(1))
                .toList();
    }

    @Test
    @Tag("VITE-QUERY-4")
    void severalAddressesComeInTheOrderOfTheMapInExactPages() {
        ledger.apply(Blocks.logs("a", U, 1, log("A"), log("B")));
        ledger.apply(Blocks.logs("b", K, 1, log("A")));
        ledger.apply(Blocks.logs("c", U, 2, log("A")));
        ledger.apply(Blocks.logs("d", K, 2, log("A"), log("B")));

        assertThat(page(0, 0, K, U)).containsExactly("K1", "K2", "K2", "U1", "U1", "U2");
        assertThat(page(0, 0, U, K)).containsExactly("U1", "U1", "U2", "K1", "K2", "K2");
        assertThat(page(0, 2, U, K)).containsExactly("U1", "U1");
        assertThat(page(1, 2, U, K)).containsExactly("U2", "K1");
        assertThat(page(2, 2, U, K)).containsExactly("K2", "K2");
        assertThat(page(3, 2, U, K)).isEmpty();
    }
}
