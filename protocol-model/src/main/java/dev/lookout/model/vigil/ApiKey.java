package dev.lookout.model.vigil;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lookout.model.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * An account's API key: opaque, case-sensitive, secret (VIGIL section 2.1).
 *
 * <p>Printing it shows four characters at most; comparing takes the same time wherever two keys differ.
 */
public final class ApiKey {
    // A key that is hardly longer than what is shown would be given away.
    private static final int SHOWN = 4;
    private static final int SHORTEST_SHOWN = 16;

    private final String key;

    private ApiKey(String key) {
        this.key = key;
    }

    /** @throws InvalidValueException {@code FORM} for the empty text */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ApiKey of(String key) {
        if (key.isEmpty()) {
            throw InvalidValueException.form("an API key (it is empty)", "", 0);
        }
        return new ApiKey(key);
    }

    /** The secret itself: for the wire only. */
    @JsonValue
    public String reveal() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey that && MessageDigest.isEqual(utf8(), that.utf8());
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** Redacted, for example {@code ApiKey[...1f3c]}. */
    @Override
    public String toString() {
        return "ApiKey[..." + (key.length() < SHORTEST_SHOWN ? "" : key.substring(key.length() - SHOWN)) + "]";
    }

    private byte[] utf8() {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
