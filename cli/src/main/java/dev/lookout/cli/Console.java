package dev.lookout.cli;

import dev.lookout.model.StreamException;
import java.io.PrintWriter;

/**
 * Where a command prints: results to the output, everything about the run to the error stream, so that results can be piped.
 *
 * <p>Thread: any; a line is written whole.
 */
final class Console {
    private static final String RESET = "\u001b[0m";

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean colours;

    /**
     * @param terminal whether the output is a terminal; colours are used only then, and never when {@code NO_COLOR} is set
     */
    Console(PrintWriter out, PrintWriter err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.colours = terminal && System.getenv("NO_COLOR") == null;
    }

    /** Colours of the kinds of lines; what they mean is said by the words beside them too. */
    enum Colour {
        PLAIN(""),
        VITE("\u001b[36m"),
        VIGIL("\u001b[35m"),
        REMOVED("\u001b[33m"),
        GOOD("\u001b[32m"),
        FAINT("\u001b[2m");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    boolean colours() {
        return colours;
    }

    /** A result, at once visible to whoever reads the pipe. */
    synchronized void result(String line) {
        out.println(line);
        out.flush();
    }

    /** A result in a colour, when there are colours. */
    void result(Colour colour, String line) {
        result(paint(colour, line));
    }

    /** A remark about the run. */
    synchronized void remark(String line) {
        err.println(line);
        err.flush();
    }

    /** What went wrong, as one line a person can act on. */
    void failure(Throwable failure) {
        Throwable told = failure;
        while (!(told instanceof StreamException) && told.getMessage() == null && told.getCause() != null) {
            told = told.getCause();
        }
        String message = told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage();
        remark("lookout: " + message);
    }

    String paint(Colour colour, String text) {
        return colours && !colour.code.isEmpty() ? colour.code + text + RESET : text;
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
