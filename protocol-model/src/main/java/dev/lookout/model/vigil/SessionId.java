package dev.lookout.model.vigil;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lookout.model.InvalidValueException;

/**
 * The server's name for a registered connection: opaque and case-sensitive to clients (VIGIL section 2.2).
 *
 * @param text as on the wire; never empty
 */
public record SessionId(@JsonValue String text) {
    public SessionId {
        if (text.isEmpty()) {
            throw InvalidValueException.form("a session id (it is empty)", "", 0);
        }
    }

    /** @throws InvalidValueException {@code FORM} for the empty text */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SessionId of(String text) {
        return new SessionId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
