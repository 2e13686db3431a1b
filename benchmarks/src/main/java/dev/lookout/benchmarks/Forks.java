package dev.lookout.benchmarks;

import dev.lookout.benchmarks.report.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Starts probes, each in a process of its own: the same java and class path, the probe's own flags. */
final class Forks {
    private static final long TIME_LIMIT_MINUTES = 10;

    private final List<String> settings;

    /** @param settings system properties for every process, as flags */
    Forks(List<String> settings) {
        this.settings = List.copyOf(settings);
    }

    /** @throws IllegalStateException when the probe fails or takes longer than its limit */
    JsonNode run(Probe probe, Case asked) {
        try {
            var answer = Files.createTempFile("lookout-probe", ".json");
            try {
                run(command(probe, asked, answer), probe.label() + " of " + asked);
                return Figures.read(answer);
            } finally {
                Files.deleteIfExists(answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Probe probe, Case asked, Path answer) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(probe.flags());
        command.addAll(settings);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName()));
        command.addAll(List.of(
                probe.name(),
                answer.toString(),
                asked.peer().label(),
                asked.mix().label()));
        command.addAll(List.of(asked.traffic().label(), Integer.toString(asked.subscriptions())));
        return command;
    }

    private static void run(List<String> command, String what) throws IOException {
        var process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (!process.waitFor(TIME_LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Gave up " + what + ": more than " + TIME_LIMIT_MINUTES + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("Failed with status " + process.exitValue() + ": " + what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted: " + what, e);
        } finally {
            process.destroyForcibly();
        }
    }
}
