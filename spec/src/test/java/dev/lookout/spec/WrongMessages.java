package dev.lookout.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The golden list of messages that are there to be wrong (`examples/vite/wrong-messages.jsonl`). */
record WrongMessages(List<JsonNode> entries) {

    private static final Pattern ADDRESS = Pattern.compile("vite_[0-9a-fA-F]{50}");

    static WrongMessages load() {
        try {
            return new WrongMessages(
                    Files.readAllLines(Documents.root().resolve("examples/vite/wrong-messages.jsonl")).stream()
                            .map(Documents.JSON::readTree)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entry for a message that was sent, whatever address stands in it; only its letter case counts. */
    Optional<JsonNode> find(String sent, String transport) {
        return entries.stream()
                .filter(entry -> entry.get("transport").asString().equals("both")
                        || entry.get("transport").asString().equals(transport))
                .filter(entry -> withoutAddresses(entry.get("send").asString()).equals(withoutAddresses(sent)))
                .findFirst();
    }

    private static String withoutAddresses(String text) {
        return ADDRESS.matcher(text)
                .replaceAll(
                        found -> found.group().equals(found.group().toLowerCase(Locale.ROOT)) ? "address" : "ADDRESS");
    }
}
