package dev.lookout.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What one scenario of the spec says.
 *
 * @param id unique over all files, such as {@code vite-filters-48} or, for one row of a table, {@code vite-topics-4-1/3}
 * @param title what a reader is told
 * @param protocol {@code vite} or {@code vigil}
 * @param covers ids of the cases and rules it shows
 * @param needs what the endpoint must be able to do, beyond answering
 * @param values what the steps may name as <code>${name}</code>
 * @param steps in order; each an object whose first member says its kind
 */
record Scenario(
        String id,
        String title,
        String protocol,
        List<String> covers,
        Set<Need> needs,
        Map<String, JsonNode> values,
        List<JsonNode> steps) {
    Scenario {
        covers = List.copyOf(covers);
        needs = Set.copyOf(needs);
        values = Map.copyOf(values);
        steps = List.copyOf(steps);
    }
}
