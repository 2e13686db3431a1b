package dev.lookout.cli;

import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import dev.lookout.model.vite.HeightRange;
import dev.lookout.model.vite.VmLogFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the filter that {@code --logs} and {@code --topic} describe. */
final class LogFilters {
    private LogFilters() {}

    /**
     * @param logs {@code ADDRESS} or {@code ADDRESS@FROM..TO} each; empty = no filter
     * @param topics one entry a position: {@code -} or comma-separated alternatives
     * @throws IllegalArgumentException if a part is malformed; says which
     */
    static Optional<VmLogFilter> of(List<String> logs, List<String> topics) {
        if (logs.isEmpty()) {
            if (!topics.isEmpty()) {
                throw new IllegalArgumentException("--topic narrows --logs: name a contract with --logs ADDRESS too");
            }
            return Optional.empty();
        }
        Map<Address, HeightRange> ranges = new LinkedHashMap<>();
        for (String log : logs) {
            String[] parts = log.split("@", 2);
            ranges.put(Address.parse(parts[0]), parts.length == 1 ? HeightRange.ALL : range(parts[1]));
        }
        List<List<Hash>> positions = new ArrayList<>();
        for (String topic : topics) {
            var alternatives = new ArrayList<Hash>();
            if (!topic.equals("-")) {
                for (String hash : topic.split(",")) {
                    alternatives.add(Hash.parse(hash));
                }
            }
            positions.add(alternatives);
        }
        return Optional.of(new VmLogFilter(ranges, positions, null, null));
    }

    private static HeightRange range(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw new IllegalArgumentException("'" + text + "' is no height range: write FROM..TO, 0 for an open end");
        }
        return new HeightRange(height(text.substring(0, dots)), height(text.substring(dots + 2)));
    }

    private static Height height(String text) {
        return text.isEmpty() ? Height.ZERO : Height.parse(text);
    }
}
