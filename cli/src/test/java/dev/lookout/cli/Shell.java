package dev.lookout.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Runs the command in this process, the way the launcher does, and keeps what it prints. */
final class Shell implements AutoCloseable {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final StopSignal stop = new StopSignal();
    private final CompletableFuture<Integer> exit;

    private Shell(String... args) {
        var console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
        exit = CompletableFuture.supplyAsync(() -> Main.run(console, stop, args), task -> {
            var thread = new Thread(task, "shell " + String.join(" ", args));
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Starts a command that may run on. */
    static Shell start(String... args) {
        return new Shell(args);
    }

    /** Runs a command to its end. */
    static Shell run(String... args) {
        var shell = new Shell(args);
        shell.exitCode();
        return shell;
    }

    int exitCode() {
        return exit.orTimeout(60, TimeUnit.SECONDS).join();
    }

    List<String> lines() {
        return out.toString().lines().toList();
    }

    String errors() {
        return err.toString();
    }

    /** Waits until what was printed fits. */
    Shell until(Predicate<Shell> reached) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!reached.test(this)) {
            if (System.nanoTime() > deadline || exit.isDone()) {
                throw new AssertionError("not reached; printed:\n" + out + "\nand on the error stream:\n" + err);
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
        return this;
    }

    /** As Ctrl-C does. */
    Shell interrupt() {
        stop.stop();
        return this;
    }

    @Override
    public void close() {
        stop.stop();
        exitCode();
    }
}
