package dev.lookout.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The table `x-lookout-errors` of the OpenRPC document: which error an answer is. */
final class ErrorTable {

    private final JsonNode rows;

    ErrorTable(Documents documents) {
        rows = documents.get("vite/openrpc.json").get("x-lookout-errors");
    }

    JsonNode row(String key) {
        return Optional.ofNullable(rows.get(key)).orElseThrow(() -> new IllegalArgumentException("no error " + key));
    }

    /** What is wrong with an answer that should be the error; empty when it is. */
    List<String> complaints(String key, JsonNode answer, String transport) {
        JsonNode row = row(key);
        var complaints = new ArrayList<String>();
        JsonNode error = answer.path("error");
        if (error.path("code").asInt(0) != row.get("code").asInt()) {
            complaints.add("code " + error.path("code") + " instead of " + row.get("code"));
        }
        if (!Pattern.matches(
                row.get("message").asString(), error.path("message").asString(""))) {
            complaints.add("text " + error.path("message") + " does not fit " + row.get("message"));
        }
        if (answer.has("id") != row.get("idPresent").asBoolean()) {
            complaints.add("id " + (answer.has("id") ? "present" : "missing"));
        }
        if (row.get("transports").valueStream().noneMatch(t -> t.asString().equals(transport))) {
            complaints.add("does not occur over " + transport);
        }
        return complaints;
    }

    /** Every error that the answer could be, but for the catch-all ones. */
    List<String> candidates(JsonNode answer, String transport) {
        return rows.propertyNames().stream()
                .filter(key -> !rows.get(key).get("message").asString().equals("^.+$"))
                .filter(key -> complaints(key, answer, transport).isEmpty())
                .toList();
    }

    /** Whether the node ends the WebSocket after the error, given whether it answered a batch as a whole. */
    boolean closes(String key) {
        return !row(key).get("closes").asString().equals("never");
    }
}
