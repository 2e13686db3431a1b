package dev.lookout.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * A real client in a process of its own, which prints JSON lines. Closing ends the process.
 *
 * <p>Thread: the test's.
 */
final class ClientProcess implements AutoCloseable {
    private static final Path CONFORMANCE = Path.of(System.getProperty("lookout.root"), "conformance");
    private static final Path SCRIPTS = CONFORMANCE.resolve("src/test/clients");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String END = "";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private ClientProcess(Process process) {
        this.process = process;
        var reader = new Thread(this::read, "client-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Runs a script with the npm packages of the build. */
    static ClientProcess node(String script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                "node",
                SCRIPTS.resolve(script).toString(),
                CONFORMANCE.resolve("target/node").toString()));
        command.addAll(List.of(arguments));
        return new ClientProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Runs a script with the Python packages of the build. */
    static ClientProcess python(String script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("python3", SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("PYTHONPATH", CONFORMANCE.resolve("target/python").toString());
        return new ClientProcess(builder.start());
    }

    private void read() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lines.add(END);
        }
    }

    /** The next line it prints. */
    JsonNode next() throws InterruptedException {
        String line = lines.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (line == null) {
            throw new AssertionError("nothing for " + PATIENCE + "; so far it printed " + seen);
        }
        seen.add(line);
        return Json.read(line).orElseThrow(() -> new AssertionError("ended or printed no JSON: " + seen));
    }

    /** Waits for the end; gives the exit code. */
    int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + PATIENCE + "; it printed " + seen);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
