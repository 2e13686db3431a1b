package dev.lookout.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads inbound JSON-RPC texts by the rules of a real Vite node (VITE 1.4 to 1.6).
 *
 * <p>Only the first JSON value of a text counts. Member names match without case and the last one wins; unknown members
 * and the value of {@code jsonrpc} are ignored. Errors of syntax come before errors of shape, and of those the first in the
 * text is reported, as Go does.
 *
 * <p>Thread-safe.
 */
public final class RpcRequestReader {
    private final JsonLimits limits;

    public RpcRequestReader(JsonLimits limits) {
        this.limits = limits;
    }

    /** Never throws on account of the text: what cannot be read comes back as {@link RpcMessage.Invalid}. */
    public RpcMessage read(String text) {
        if (GoJsonSyntax.isBlank(text)) {
            return new RpcMessage.Empty();
        }
        try {
            return readFirst(text);
        } catch (MalformedJsonException e) {
            Optional<String> goSays = GoJsonSyntax.diagnose(text);
            if (goSays.isPresent()) {
                return syntaxError(goSays.get());
            }
            return GoJsonSyntax.firstValue(text)
                    .filter(first -> first.length() < text.length())
                    .map(this::readAlone)
                    .orElseGet(() -> syntaxError(e.getMessage()));
        }
    }

    /** For a value that Jackson does not accept with what follows it: {@code 1x} is the number 1 to Go. */
    private RpcMessage readAlone(String firstValue) {
        try {
            return readFirst(firstValue);
        } catch (MalformedJsonException e) {
            return syntaxError(e.getMessage());
        }
    }

    private static RpcMessage syntaxError(@Nullable String message) {
        return new RpcMessage.Invalid(null, new RpcError(RpcError.INVALID_REQUEST, String.valueOf(message)));
    }

    private RpcMessage readFirst(String text) {
        try (var reader = new JsonReader(text, limits)) {
            JsonToken first = reader.next();
            if (first == null) {
                return new RpcMessage.Empty();
            }
            if (first != JsonToken.START_ARRAY) {
                return single(Draft.read(reader));
            }
            var drafts = new ArrayList<Draft>();
            while (reader.next() != JsonToken.END_ARRAY) {
                drafts.add(Draft.read(reader));
            }
            return batch(drafts);
        }
    }

    private static RpcMessage single(Draft draft) {
        Optional<RpcError> wrong = draft.shapeError().or(draft::idError);
        if (wrong.isPresent()) {
            return new RpcMessage.Invalid(null, wrong.get());
        }
        wrong = draft.subscribeError("Unable to parse subscription request").or(draft::methodError);
        return wrong.isPresent()
                ? new RpcMessage.Invalid(draft.idText, wrong.get())
                : new RpcMessage.Single(draft.toRequest());
    }

    private static RpcMessage batch(List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft.shapeError().isPresent()) {
                return new RpcMessage.Invalid(null, draft.shapeError().get());
            }
        }
        var elements = new ArrayList<RpcElement>();
        for (Draft draft : drafts) {
            if (draft.idError().isPresent()) {
                return new RpcMessage.Invalid(null, draft.idError().get());
            }
            Optional<RpcError> subscribe = draft.subscribeError("Unable to parse (un)subscribe request arguments");
            if (subscribe.isPresent()) {
                return new RpcMessage.Invalid(draft.idText, subscribe.get());
            }
            elements.add(draft.methodError()
                    .<RpcElement>map(error -> new RpcElement.Refused(draft.idOrNull(), error))
                    .orElseGet(draft::toRequest));
        }
        return new RpcMessage.Batch(elements);
    }

    /** A request object as far as it has been read, with the first thing that is wrong about its shape. */
    private static final class Draft {
        private @Nullable String idText;
        private boolean idIsUsable;
        private String method = "";
        private @Nullable JsonValue params;
        private @Nullable RpcError wrongShape;

        /** The current token begins the value. */
        static Draft read(JsonReader reader) {
            var draft = new Draft();
            if (reader.current() != JsonToken.START_OBJECT) {
                JsonValue other = reader.readValue();
                if (other != JsonNull.NULL) {
                    draft.wrongShape(
                            "json: cannot unmarshal " + other.kind() + " into Go value of type rpc.jsonRequest");
                }
                return draft;
            }
            while (reader.next() != JsonToken.END_OBJECT) {
                String name = reader.name();
                reader.next();
                draft.member(name, reader);
            }
            return draft;
        }

        private void member(String name, JsonReader reader) {
            if (name.equalsIgnoreCase("id")) {
                readId(reader);
                return;
            }
            JsonValue value = reader.readValue();
            if (name.equalsIgnoreCase("params")) {
                params = value;
            } else if (name.equalsIgnoreCase("method")) {
                if (value instanceof JsonString text) {
                    method = text.text();
                } else if (value != JsonNull.NULL) {
                    wrongShape("json: cannot unmarshal " + value.kind()
                            + " into Go struct field jsonRequest.method of type string");
                }
            }
        }

        private void readId(JsonReader reader) {
            JsonToken token = reader.current();
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                reader.readValue();
                idText = "";
                idIsUsable = false;
                return;
            }
            idText = reader.rawScalar();
            // Go reads a number as a float: one beyond its range is no id.
            idIsUsable = switch (token) {
                case VALUE_STRING, VALUE_NULL -> true;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.isFinite(Double.parseDouble(idText));
                default -> false;
            };
        }

        private void wrongShape(String message) {
            if (wrongShape == null) {
                wrongShape = new RpcError(RpcError.INVALID_MESSAGE, message);
            }
        }

        Optional<RpcError> shapeError() {
            return Optional.ofNullable(wrongShape);
        }

        Optional<RpcError> idError() {
            if (idText == null) {
                return Optional.of(new RpcError(RpcError.INVALID_MESSAGE, "missing request id"));
            }
            return idIsUsable
                    ? Optional.empty()
                    : Optional.of(new RpcError(RpcError.INVALID_MESSAGE, "invalid request id"));
        }

        /** Params of a subscribe request go into a Go array of one string: null, [], and [null] fit as well. */
        Optional<RpcError> subscribeError(String whenMissing) {
            if (!method.endsWith(RpcRequest.SUBSCRIBE)) {
                return Optional.empty();
            }
            if (params == null) {
                return Optional.of(new RpcError(RpcError.INVALID_REQUEST, whenMissing));
            }
            boolean fits = params == JsonNull.NULL
                    || (params instanceof JsonArray list
                            && (list.size() == 0 || list.get(0) == JsonNull.NULL || list.get(0) instanceof JsonString));
            return fits
                    ? Optional.empty()
                    : Optional.of(new RpcError(RpcError.INVALID_REQUEST, "Unable to parse subscription request"));
        }

        Optional<RpcError> methodError() {
            if (method.endsWith(RpcRequest.SUBSCRIBE) || method.endsWith(RpcRequest.UNSUBSCRIBE)) {
                return Optional.empty();
            }
            boolean oneUnderscore = method.chars().filter(c -> c == '_').count() == 1;
            return oneUnderscore ? Optional.empty() : Optional.of(RpcError.methodNotFound(method, ""));
        }

        RpcRequest toRequest() {
            return new RpcRequest(idOrNull(), method, params);
        }

        private String idOrNull() {
            return idText == null ? "null" : idText;
        }
    }
}
