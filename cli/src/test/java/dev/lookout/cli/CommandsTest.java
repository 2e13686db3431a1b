package dev.lookout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.transport.JsonLimits;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a person or a script uses them, over real sockets. */
class CommandsTest {
    private static final String DEMO_KEY = "00000000-0000-4000-8000-00000000d340";
    private static final JsonLimits LIMITS = new JsonLimits(1 << 20, 64, 1 << 20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "demo", "serve", "watch", "watch vite", "watch vigil"})
    void everyCommandExplainsItself(String command) {
        String[] args = (command + " --help").strip().split(" ");

        var help = Shell.run(args);

        assertThat(help.exitCode()).isZero();
        assertThat(String.join("\n", help.lines())).contains("Usage: lookout").contains("--help");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    serve --source nonsense:1                             | write recorded:FILE
                    serve --source recorded:nowhere.jsonl                 | there is no such file
                    serve --source dev:rate=0                             | rate=0
                    serve --source dev:speed=1                            | is unknown: rate, contracts
                    serve --source dev: --source dev:                     | a gateway serves one
                    serve --pace fast                                     | give max or a number
                    watch vigil ws://127.0.0.1:1/vigil                    | --key KEY or set LOOKOUT_KEY
                    watch vite ws://127.0.0.1:1/vite                      | 127.0.0.1:1
                    watch vite ws://127.0.0.1:1/vite --topic -            | name a contract with --logs
                    """)
    void aMistakeGetsOneLineThatSaysWhatToDo(String command, String told) {
        var shell = Shell.run(command.split(" "));

        assertThat(shell.exitCode()).isEqualTo(1);
        assertThat(shell.errors().lines().filter(line -> line.startsWith("lookout: ")))
                .hasSize(1)
                .first()
                .asString()
                .contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "watch", "serve --nonsense", "demo --for 10"})
    void wrongArgumentsEndWithTwo(String command) {
        assertThat(Shell.run(command.split(" ")).exitCode()).isEqualTo(2);
    }

    @Test
    void servePrintsItsAddressAndWritesThePortFile() throws IOException {
        Path portFile = folder.resolve("port");

        try (var serve = Shell.start("serve", "--port", "0", "--port-file", portFile.toString())) {
            serve.until(shell -> Files.exists(portFile));
            String port = Files.readString(portFile).strip();

            assertThat(serve.lines()).hasSize(1).first().asString().contains("http://127.0.0.1:" + port);
            assertThat(serve.interrupt().exitCode()).isZero();
        }
    }

    @Test
    void aRecordingReachesEveryWatcherWholeAndInOrder() throws IOException {
        Path recording = copied("vite-small.jsonl");
        List<JsonObject> rows =
                Files.readAllLines(recording).stream().map(CommandsTest::object).toList();
        long snapshots = rows.stream()
                .filter(row -> text(row, "kind").equals("snapshotBlock"))
                .count();
        long accounts = rows.stream()
                .filter(row -> text(row, "kind").equals("accountBlock"))
                .count();

        try (var serve = served("--source", "recorded:" + recording, "--pace", "max", "--wait-for", "2")) {
            var watch = Shell.run(
                    "watch",
                    "vite",
                    "ws://" + address(serve) + "/",
                    "--json",
                    "--count",
                    Long.toString(snapshots + accounts),
                    "--for",
                    "30s");

            assertThat(watch.exitCode()).as(watch.errors()).isZero();
            assertThat(watch.lines().stream().filter(line -> line.startsWith("{\"stream\":\"newSnapshotBlock\"")))
                    .hasSize((int) snapshots);
            assertThat(watch.lines().stream().filter(line -> line.startsWith("{\"stream\":\"newAccountBlock\"")))
                    .hasSize((int) accounts);
            assertThat(watch.errors()).contains("lookout: " + (snapshots + accounts) + " events");
        }
    }

    @Test
    void anEvmRecordingReachesAMaticVigilClient() throws IOException {
        Path recording = copied("evm-small.jsonl");

        try (var serve = served("--source", "recorded:" + recording, "--pace", "max", "--wait-for", "1")) {
            var watch = Shell.run(
                    "watch", "vigil", "ws://" + address(serve) + "/ws", "--key", DEMO_KEY, "--json", "--idle", "3s");

            assertThat(watch.exitCode()).as(watch.errors()).isZero();
            assertThat(watch.lines())
                    .hasSizeGreaterThan(20)
                    .allSatisfy(line -> assertThat(text(object(line), "stream")).isIn("contractmon", "event", "otm"));
        }
    }

    @Test
    void aWrongKeyEndsTheWatchWithTheReason() throws IOException {
        try (var serve = served("--source", "dev:rate=20")) {
            var watch = Shell.run("watch", "vigil", "ws://" + address(serve) + "/vigil", "--key", "not-a-key");

            assertThat(watch.exitCode()).isEqualTo(1);
            assertThat(watch.errors()).contains("refused").doesNotContain("not-a-key");
        }
    }

    @Test
    void pollingOverHttpShowsTheSameEvents() throws IOException {
        try (var serve = served("--source", "dev:rate=40")) {
            var watch = Shell.run(
                    "watch", "vite", "http://" + address(serve) + "/", "--accounts", "--count", "5", "--for", "20s");

            assertThat(watch.exitCode()).as(watch.errors()).isZero();
            assertThat(watch.lines())
                    .hasSize(5)
                    .allSatisfy(line -> assertThat(line).startsWith("vite   newAccountBlock"));
        }
    }

    @Test
    void theDemoShowsBothProtocolsAndCounts() {
        var demo = Shell.run("demo", "--for", "4s", "--json");

        assertThat(demo.exitCode()).as(demo.errors()).isZero();
        JsonObject summary = object(demo.lines().get(demo.lines().size() - 1));
        assertThat(text(summary, "kind")).isEqualTo("summary");
        assertThat(demo.lines().stream().filter(line -> line.contains("\"stream\":\"newSnapshotBlock\"")))
                .isNotEmpty();
        assertThat(demo.lines().stream().filter(line -> line.contains("\"stream\":\"event\"")))
                .isNotEmpty();
    }

    private Shell served(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "serve";
        args[1] = "--port";
        args[2] = "0";
        System.arraycopy(more, 0, args, 3, more.length);
        return Shell.start(args).until(shell -> !shell.lines().isEmpty());
    }

    private static String address(Shell serve) {
        String line = serve.lines().get(0);
        int from = line.indexOf("http://") + "http://".length();
        return line.substring(from, line.indexOf(' ', from));
    }

    private Path copied(String recording) throws IOException {
        Path copy = folder.resolve(recording);
        try (var bytes = CommandsTest.class.getResourceAsStream("/dev/lookout/testkit/recordings/" + recording)) {
            assertThat(bytes).as(recording).isNotNull();
            Files.copy(bytes, copy);
        }
        return copy;
    }

    private static JsonObject object(String line) {
        return (JsonObject) JsonValue.parse(line, LIMITS);
    }

    private static String text(JsonObject object, String name) {
        return object.get(name) instanceof dev.lookout.transport.JsonString string ? string.text() : "";
    }
}
