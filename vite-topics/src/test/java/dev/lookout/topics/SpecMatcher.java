package dev.lookout.topics;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule, written down as the protocol states it and sharing no code with the engine: the truth of every test here.
 *
 * <p>Addresses and topics are hex text, heights are {@link BigInteger}s.
 */
final class SpecMatcher {
    private SpecMatcher() {}

    /** A filter: {@code addresses} null = any address; positions with no alternatives are wildcards. */
    record Filter(@Nullable Map<String, Range> addresses, List<List<String>> positions) {}

    /** Both ends included; zero = open. */
    record Range(BigInteger from, BigInteger to) {}

    record Log(String address, BigInteger height, List<String> topics) {}

    static boolean matches(Filter filter, Log log) {
        if (filter.addresses() != null) {
            Range range = filter.addresses().get(log.address());
            if (range == null) {
                return false;
            }
            if (range.from().signum() != 0 && log.height().compareTo(range.from()) < 0) {
                return false;
            }
            if (range.to().signum() != 0 && log.height().compareTo(range.to()) > 0) {
                return false;
            }
        }
        if (log.topics().size() < filter.positions().size()) {
            return false;
        }
        for (int i = 0; i < filter.positions().size(); i++) {
            List<String> alternatives = filter.positions().get(i);
            if (!alternatives.isEmpty() && !alternatives.contains(log.topics().get(i))) {
                return false;
            }
        }
        return true;
    }

    static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    static int[] sorted(List<Integer> ids) {
        int[] array = ids.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(array);
        return array;
    }
}
