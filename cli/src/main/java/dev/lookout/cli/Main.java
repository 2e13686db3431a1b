package dev.lookout.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The process entry: wires the command line to the standard streams and turns failures into one line and an exit code. */
public final class Main {
    private static final int HELP_WIDTH = 110;

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args as a shell hands them over; {@code --help} explains them
     */
    public static void main(String[] args) {
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var console = new Console(out, err, "yes".equals(System.getProperty("lookout.terminal")));
        try (var stop = StopSignal.onTermination()) {
            int code = run(console, stop, args);
            console.flush();
            stop.finished();
            System.exit(code);
        }
    }

    /**
     * Runs one command.
     *
     * @param console where it prints
     * @param stop ends a command that runs until told
     * @return 0 when it did what it was asked; 1 when it failed, with a line on the error stream; 2 for wrong arguments
     */
    static int run(Console console, StopSignal stop, String... args) {
        var commands = new CommandLine(new LookoutCommand(), new Commands(console, stop))
                .setOut(console.out())
                .setErr(console.err())
                .setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    console.failure(failure);
                    return 1;
                });
        return commands.execute(args);
    }
}
