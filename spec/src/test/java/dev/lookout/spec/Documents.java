package dev.lookout.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every JSON and YAML document of the spec, read, by its path below the spec folder (`vite/openrpc.json`). */
record Documents(SortedMap<String, JsonNode> byPath) {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final List<String> FOLDERS =
            List.of("vite", "vigil", "recording", "schemas", "examples", "scenarios");

    /** The module's folder: surefire runs tests in it. */
    static Path root() {
        return Path.of("").toAbsolutePath();
    }

    static Documents load() {
        var byPath = new TreeMap<String, JsonNode>();
        for (String folder : FOLDERS) {
            Path start = root().resolve(folder);
            if (!Files.isDirectory(start)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(start)) {
                files.filter(Files::isRegularFile).forEach(file -> {
                    ObjectMapper reader = readerFor(file);
                    if (reader != null) {
                        byPath.put(name(file), read(file, reader));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Documents(byPath);
    }

    JsonNode get(String path) {
        JsonNode found = byPath.get(path);
        if (found == null) {
            throw new IllegalArgumentException("no document " + path);
        }
        return found;
    }

    /** These documents with one replaced or added: for tests that break one on purpose. */
    Documents with(String path, JsonNode document) {
        var changed = new TreeMap<>(byPath);
        changed.put(path, document);
        return new Documents(changed);
    }

    /** Paths that begin with one of the prefixes. */
    List<String> paths(String... prefixes) {
        return byPath.keySet().stream()
                .filter(path -> Stream.of(prefixes).anyMatch(path::startsWith))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable ObjectMapper readerFor(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") ? JSON : name.endsWith(".yaml") ? YAML : null;
    }

    private static String name(Path file) {
        return root().relativize(file).toString().replace('\\', '/');
    }

    private static JsonNode read(Path file, ObjectMapper reader) {
        try {
            return reader.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every member of an object, or nothing for anything else. */
    static Iterable<Map.Entry<String, JsonNode>> members(JsonNode node) {
        return node.properties();
    }
}
