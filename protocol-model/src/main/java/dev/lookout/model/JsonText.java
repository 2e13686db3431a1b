package dev.lookout.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Takes JSON text apart token by token; numbers are never more than their spelling here. */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    static String compact(String text) {
        return first(text, parser -> {
            StringBuilder out = new StringBuilder(text.length());
            copy(parser, out);
            if (parser.nextToken() != null) {
                throw InvalidValueException.form("one JSON value (something follows it)", text, text.length());
            }
            return out.toString();
        });
    }

    /** Parses {@code text} and lets {@code reader} see a parser that stands on its first token. */
    static <T> T first(String text, Function<JsonParser, T> reader) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw InvalidValueException.form("a JSON value (it is empty)", text, text.length());
            }
            return reader.apply(parser);
        } catch (JacksonException e) {
            InvalidValueException invalid = InvalidValueException.form("a JSON value", text, text.length());
            invalid.initCause(e);
            throw invalid;
        }
    }

    static List<RawJson> elements(JsonParser parser) {
        List<RawJson> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(RawJson.read(parser));
        }
        return List.copyOf(elements);
    }

    static Map<String, RawJson> members(JsonParser parser) {
        Map<String, RawJson> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, RawJson.read(parser));
        }
        return Collections.unmodifiableMap(members);
    }

    /** Writes the value that the parser stands on, without recursion: depth is the parser's limit to set. */
    static void copy(JsonParser parser, StringBuilder out) {
        int depth = 0;
        boolean first = true;
        JsonToken token = Objects.requireNonNull(parser.currentToken(), "the parser stands on no token");
        while (true) {
            boolean end = token.isStructEnd();
            if (!first && !end) {
                out.append(',');
            }
            first = false;
            if (token == JsonToken.PROPERTY_NAME) {
                appendString(out, parser.currentName());
                out.append(':');
                token = next(parser);
            }
            append(parser, token, out);
            if (token.isStructStart()) {
                depth++;
                first = true;
            } else if (end) {
                depth--;
            }
            if (depth == 0) {
                return;
            }
            token = next(parser);
        }
    }

    private static JsonToken next(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw InvalidValueException.form("a complete JSON value", "", 0);
        }
        return token;
    }

    private static void append(JsonParser parser, JsonToken token, StringBuilder out) {
        if (token == JsonToken.VALUE_STRING) {
            appendString(out, parser.getString());
        } else if (token.isStructStart() || token.isStructEnd()) {
            out.append(token.asString());
        } else {
            out.append(parser.getString());
        }
    }

    /** A JSON string in its shortest spelling: only quotes, backslashes and control characters are escaped. */
    static void appendString(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
