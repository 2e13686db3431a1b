package dev.lookout.transport;

import dev.lookout.model.RemoteErrorException;
import java.util.Optional;

/** Reads what a JSON-RPC server sends; tolerant of missing {@code jsonrpc} and of ids written as strings. */
final class RpcReplies {
    private RpcReplies() {}

    /** The id of a reply, if it is one that we may have given out. */
    static Optional<Long> idOf(JsonObject message) {
        JsonValue id = message.get("id");
        String text = id instanceof JsonNumber number ? number.raw() : id instanceof JsonString s ? s.text() : "";
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    /** The error that a message carries; one without a usable code gets code 0. */
    static Optional<RemoteErrorException> errorOf(JsonObject message) {
        JsonValue error = message.get("error");
        if (error == null || error == JsonNull.NULL) {
            return Optional.empty();
        }
        if (!(error instanceof JsonObject details)) {
            return Optional.of(new RemoteErrorException(0, error.toJson()));
        }
        int code = details.get("code") instanceof JsonNumber number
                ? number.toBigInteger().map(java.math.BigInteger::intValue).orElse(0)
                : 0;
        return Optional.of(
                new RemoteErrorException(code, details.text("message").orElse("")));
    }

    /** The result of a reply without error; a missing one counts as null. */
    static JsonValue resultOf(JsonObject message) {
        JsonValue result = message.get("result");
        return result == null ? JsonNull.NULL : result;
    }
}
