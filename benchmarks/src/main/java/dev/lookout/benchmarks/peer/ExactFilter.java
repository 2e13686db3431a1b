package dev.lookout.benchmarks.peer;

import dev.lookout.benchmarks.workload.Address;
import dev.lookout.benchmarks.workload.Filter;
import dev.lookout.benchmarks.workload.LogStream;
import dev.lookout.benchmarks.workload.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A filter as a node keeps it: a map of addresses and plain lists of alternatives, compared one by one. */
final class ExactFilter {
    private static final int WORDS = 4;

    private final Map<Address, Filter.Scope> scopes;
    private final long[][] positions;

    ExactFilter(Filter filter) {
        scopes = new HashMap<>();
        filter.scopes().forEach(scope -> scopes.put(scope.address(), scope));
        positions = filter.topics().stream().map(ExactFilter::flat).toArray(long[][]::new);
    }

    private static long[] flat(List<Word> alternatives) {
        var flat = new long[WORDS * alternatives.size()];
        for (int i = 0; i < alternatives.size(); i++) {
            var word = alternatives.get(i);
            flat[WORDS * i] = word.a();
            flat[WORDS * i + 1] = word.b();
            flat[WORDS * i + 2] = word.c();
            flat[WORDS * i + 3] = word.d();
        }
        return flat;
    }

    /** The addresses with their heights; empty: any. */
    Map<Address, Filter.Scope> scopes() {
        return scopes;
    }

    /** Four words for each alternative of each position. */
    long[][] positions() {
        return positions;
    }

    boolean acceptsAddress(Address address, long height) {
        if (scopes.isEmpty()) {
            return true;
        }
        var scope = scopes.get(address);
        return scope != null
                && (scope.from() == 0 || scope.from() <= height)
                && (scope.to() == 0 || height <= scope.to());
    }

    /** As go-vite does it: every alternative of a position is compared, also behind the one that was equal. */
    boolean acceptsTopics(LogStream logs, int log) {
        if (logs.topics(log) < positions.length) {
            return false;
        }
        var words = logs.words();
        for (int p = 0; p < positions.length; p++) {
            var alternatives = positions[p];
            if (alternatives.length == 0) {
                continue;
            }
            int at = LogStream.topicAt(log, p);
            boolean found = false;
            for (int i = 0; i < alternatives.length; i += WORDS) {
                if (equal(alternatives, i, words, at)) {
                    found = true;
                }
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(long[] a, int i, long[] b, int j) {
        return a[i] == b[j] && a[i + 1] == b[j + 1] && a[i + 2] == b[j + 2] && a[i + 3] == b[j + 3];
    }
}
