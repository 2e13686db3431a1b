package dev.lookout.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Recorded exchanges of a real node in which it refused what it got, where the material is present. */
final class CapturedErrors {
    /** A text sent, and the answer without the line feed that HTTP adds. */
    record Exchange(String sent, String answer) {}

    private CapturedErrors() {}

    static List<Exchange> read(String file) {
        Path path = Path.of(System.getProperty("lookout.root", ".."), "../shared/captures/vite-node", file);
        Assumptions.assumeTrue(
                Files.exists(path), "SKIPPED: no captures at " + path + "; run beside the shared folder");
        var exchanges = new ArrayList<Exchange>();
        String sent = "";
        try {
            for (String line : Files.readAllLines(path)) {
                var entry = (JsonObject) JsonValue.parse(line);
                String payload = entry.text("payload").orElse("");
                if (entry.text("dir").orElse("").equals("send")) {
                    sent = payload;
                } else if (entry.text("dir").orElse("").equals("recv") && payload.contains("\"error\"")) {
                    exchanges.add(new Exchange(sent, payload.strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exchanges;
    }
}
