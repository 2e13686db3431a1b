package dev.lookout.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recorded traffic of a real node that may lie beside the checkout; without it the tests that ask for it are skipped. */
public final class Captures {
    private Captures() {}

    /** A request's method and the reply to it. */
    public record Exchange(String method, RawJson reply) {
        public RawJson result() {
            return reply.member("result");
        }
    }

    public static List<RawJson> lines(String file) {
        Path path = Path.of(System.getProperty("lookout.root"), "../shared/captures/vite-node", file);
        assumeTrue(Files.isReadable(path), () -> "NOT TESTED: no recorded traffic at " + path);
        try {
            return Files.readAllLines(path).stream().map(RawJson::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The payloads that came from the node and are JSON objects. */
    public static List<RawJson> received(String file) {
        return payloads(file, "recv");
    }

    public static List<Exchange> exchanges(String file) {
        Map<RawJson, String> methods = new HashMap<>();
        for (RawJson request : payloads(file, "send")) {
            methods.put(request.member("id"), string(request, "method"));
        }
        List<Exchange> exchanges = new ArrayList<>();
        for (RawJson reply : received(file)) {
            exchanges.add(new Exchange(methods.getOrDefault(reply.member("id"), ""), reply));
        }
        return exchanges;
    }

    private static List<RawJson> payloads(String file, String direction) {
        List<RawJson> payloads = new ArrayList<>();
        for (RawJson line : lines(file)) {
            String payload = string(line, "payload").strip();
            if (string(line, "dir").equals(direction) && payload.startsWith("{")) {
                payloads.add(RawJson.parse(payload));
            }
        }
        return payloads;
    }

    private static String string(RawJson object, String name) {
        return object.member(name).asString().orElse("");
    }
}
