package dev.lookout.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command itself: says what there is. */
@Command(
        name = "lookout",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {DemoCommand.class, ServeCommand.class, WatchCommand.class},
        description = {
            "Real-time chain event streams: serves and watches the Vite Subscription API",
            "and the MaticVigil WebSocket API.",
            ""
        },
        footer = {
            "",
            "Start here:",
            "  lookout demo                          a gateway and a client of each protocol, live",
            "  lookout serve --source dev:rate=50    a gateway over a generated chain",
            "  lookout watch vite ws://127.0.0.1:8080/vite --logs ADDRESS",
            "",
            "Each command explains itself: lookout COMMAND --help"
        })
final class LookoutCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
