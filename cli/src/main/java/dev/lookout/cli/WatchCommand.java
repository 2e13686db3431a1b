package dev.lookout.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the two ways to watch a stream. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        subcommands = {WatchViteCommand.class, WatchVigilCommand.class},
        header = "Connects to a stream and prints its events as they come.")
final class WatchCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a protocol: vite or vigil.");
    }
}
