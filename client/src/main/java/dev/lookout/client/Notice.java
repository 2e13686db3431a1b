package dev.lookout.client;

import dev.lookout.model.StreamException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a stream without ending it.
 *
 * <p>New kinds may be added: ignore the ones you do not know.
 */
public final class Notice {
    /** What happened. */
    public enum Kind {
        /** The connection stands and the server knows us; also after each reconnect. */
        CONNECTED,
        /** The connection ended; another attempt follows. */
        DISCONNECTED,
        /** A message was no JSON object or had no meaning; {@link Notice#text()} is the message. */
        MALFORMED_MESSAGE,
        /** The server answered with an error to something that we sent; {@link Notice#text()} is the message. */
        SERVER_ERROR,
        /** A command that this version does not know; {@link Notice#text()} is the message. */
        UNKNOWN_COMMAND
    }

    private final Kind kind;
    private final String text;
    private final @Nullable StreamException cause;

    private Notice(Kind kind, String text, @Nullable StreamException cause) {
        this.kind = kind;
        this.text = text;
        this.cause = cause;
    }

    static Notice of(Kind kind, String text) {
        return new Notice(kind, text, null);
    }

    static Notice of(Kind kind, String text, StreamException cause) {
        return new Notice(kind, text, cause);
    }

    public Kind kind() {
        return kind;
    }

    /** The message in question as it came, or a sentence for people. */
    public String text() {
        return text;
    }

    /** The exception that describes it, where there is one. */
    public Optional<StreamException> cause() {
        return Optional.ofNullable(cause);
    }

    @Override
    public String toString() {
        return kind + ": " + (text.length() > 200 ? text.substring(0, 200) + "…" : text);
    }
}
