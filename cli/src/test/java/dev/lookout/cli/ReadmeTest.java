package dev.lookout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands that the README shows do what it says: each is run as it stands there, but for the port and the time. */
class ReadmeTest {
    private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyCommandOfTheReadmeRuns() throws IOException {
        List<String> commands = commands();
        var others = new ArrayList<>(commands);

        others.removeIf(command -> command.startsWith("serve "));
        assertThat(commands.size() - others.size()).as("serve commands").isEqualTo(1);
        assertThat(others).hasSizeGreaterThanOrEqualTo(3);
        String serveCommand = commands.stream()
                .filter(command -> command.startsWith("serve "))
                .findFirst()
                .orElseThrow();
        try (var serve = Shell.start(
                        serveCommand.replace("--port 8080", "--port 0").split(" "))
                .until(shell -> !shell.lines().isEmpty())) {
            String address = serve.lines().get(0).replaceAll(".*http://(\\S+) .*", "$1");
            for (String command : others) {
                String line = command.replace("127.0.0.1:8080", address).replace("--for 10s", "--for 3s");
                var shell = Shell.run(line.split(" "));

                assertThat(shell.exitCode()).as("%s: %s", line, shell.errors()).isZero();
                assertThat(shell.lines()).as(line).hasSizeGreaterThan(1);
            }
        }
    }

    private static List<String> commands() throws IOException {
        var commands = new ArrayList<String>();
        var blocks = SHELL_BLOCK.matcher(
                Files.readString(Path.of(System.getProperty("lookout.root")).resolve("README.md")));
        while (blocks.find()) {
            blocks.group(1)
                    .lines()
                    .filter(line -> line.startsWith("./lookout "))
                    .map(line -> line.substring("./lookout ".length()))
                    .forEach(commands::add);
        }
        return commands;
    }
}
