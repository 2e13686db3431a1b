package dev.lookout.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads recorded error exchanges: one message or request each, and what a real node said to it. */
final class RecordedErrors {
    private RecordedErrors() {}

    /**
     * One exchange.
     *
     * @param sent the message or body, as recorded
     * @param binary whether it went in a binary frame
     * @param verb of the HTTP request; empty for WebSocket
     * @param contentType of the HTTP request; empty if it had none
     * @param status of the HTTP answer; 0 for WebSocket
     * @param answer as recorded; null if the node said nothing
     * @param closes whether the node closed the WebSocket
     */
    record Exchange(
            String sent,
            boolean binary,
            String verb,
            String contentType,
            int status,
            @Nullable String answer,
            boolean closes) {
        /** What a reader of a test's name sees. */
        String name() {
            String what = (verb.isEmpty() ? "" : verb + " ") + (sent.isEmpty() ? "nothing" : sent);
            return what.length() <= 160 ? what : what.substring(0, 160) + "...";
        }
    }

    /** The folder with the recordings, if it is beside this checkout. */
    static Optional<Path> folder() {
        Path folder = Path.of(System.getProperty("lookout.root"), "../shared/captures/vite-node");
        return Optional.of(folder).filter(Files::isDirectory);
    }

    static List<Exchange> webSocket(Path file) throws IOException {
        var all = new ArrayList<Exchange>();
        JsonNode sent = null;
        String answer = null;
        for (String line : Files.readAllLines(file)) {
            JsonNode row = Json.read(line).orElseThrow();
            switch (row.path("dir").asString("")) {
                case "send" -> sent = row;
                case "recv" -> answer = row.path("payload").asString("");
                case "close" -> {
                    if (sent != null) {
                        boolean binary = sent.path("binary").asBoolean(false);
                        boolean closes = row.path("by").asString("").equals("server");
                        all.add(new Exchange(sent.path("payload").asString(""), binary, "", "", 0, answer, closes));
                    }
                    sent = null;
                    answer = null;
                }
                default -> {}
            }
        }
        return all;
    }

    static List<Exchange> http(Path file) throws IOException {
        var all = new ArrayList<Exchange>();
        JsonNode sent = null;
        for (String line : Files.readAllLines(file)) {
            JsonNode row = Json.read(line).orElseThrow();
            if (row.path("dir").asString("").equals("send")) {
                sent = row;
            } else if (sent != null) {
                all.add(new Exchange(
                        sent.path("payload").asString(""),
                        false,
                        sent.path("verb").asString(""),
                        sent.path("headers").path("content-type").asString(""),
                        row.path("status").asInt(),
                        row.path("payload").asString(""),
                        false));
                sent = null;
            }
        }
        return all;
    }
}
