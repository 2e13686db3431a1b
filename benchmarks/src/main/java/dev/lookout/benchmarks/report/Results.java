package dev.lookout.benchmarks.report;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The files of one campaign, all with one name in front: {@code -match.json} as JMH writes it, {@code -probes.json},
 * {@code -meta.json}, and what the report makes of them.
 *
 * @param directory where they are
 * @param name for example {@code 2026-11-22-jdk17}
 */
public record Results(Path directory, String name) {

    public Path timings() {
        return file("-match.json");
    }

    public Path probes() {
        return file("-probes.json");
    }

    public Path metadata() {
        return file("-meta.json");
    }

    /** @param ending what follows the common name */
    public Path file(String ending) {
        return directory.resolve(name + ending);
    }

    /** Removes what an earlier campaign of the same name left. */
    public void clear() {
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(timings());
            Files.deleteIfExists(probes());
            Files.deleteIfExists(metadata());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void writeTimings(Consumer<PrintStream> writer) {
        try (var json = new PrintStream(timings().toFile(), StandardCharsets.UTF_8)) {
            writer.accept(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + timings(), e);
        }
    }

    public void writeProbes(List<JsonNode> answers) {
        Figures.write(probes(), answers);
    }

    public void writeMetadata(Map<String, Object> metadata) {
        Figures.write(metadata(), metadata);
    }

    /** The figures of a probe in one line. */
    public static String brief(JsonNode answer) {
        return answer.properties().stream()
                .filter(property -> property.getValue().isFloatingPointNumber()
                        || property.getKey().endsWith("Max"))
                .map(property -> property.getKey()
                        + String.format(
                                java.util.Locale.ROOT,
                                " %,.1f",
                                property.getValue().asDouble()))
                .collect(Collectors.joining(", "));
    }
}
