package dev.lookout.transport;

import java.util.Map;

/** Writes JSON as Go's encoding/json does with HTML escaping on. */
final class JsonText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final int EXCERPT = 200;

    private JsonText() {}

    static void append(StringBuilder out, JsonValue value) {
        if (value instanceof JsonString s) {
            appendString(out, s.text());
        } else if (value instanceof JsonNumber n) {
            out.append(n.raw());
        } else if (value instanceof JsonObject o) {
            char separator = '{';
            for (Map.Entry<String, JsonValue> member : o.members().entrySet()) {
                out.append(separator);
                appendString(out, member.getKey());
                out.append(':');
                append(out, member.getValue());
                separator = ',';
            }
            out.append(separator == '{' ? "{}" : "}");
        } else if (value instanceof JsonArray a) {
            char separator = '[';
            for (JsonValue element : a.elements()) {
                out.append(separator);
                append(out, element);
                separator = ',';
            }
            out.append(separator == '[' ? "[]" : "]");
        } else {
            out.append(value == JsonBoolean.TRUE ? "true" : value == JsonBoolean.FALSE ? "false" : "null");
        }
    }

    static void appendString(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c != '<' && c != '>' && c != '&' && c < 0x2028) {
                out.append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c < 0x40 || c == 0x2028 || c == 0x2029) {
                appendEscaped(out, c);
            } else if (Character.isSurrogate(c) && !isPaired(text, i)) {
                // Go turns what is no valid UTF-8 into the replacement character, written as an escape.
                out.append("\\ufffd");
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Copies JSON text that is valid already, with Go's escapes for {@code < > &} and the two line separators. */
    static void appendRaw(StringBuilder out, String json) {
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
                appendEscaped(out, c);
            } else {
                out.append(c);
            }
        }
    }

    /** At most the first 200 characters, for messages. */
    static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "… (" + text.length() + " characters)";
    }

    private static void appendEscaped(StringBuilder out, char c) {
        out.append("\\u")
                .append(HEX[c >> 12])
                .append(HEX[c >> 8 & 15])
                .append(HEX[c >> 4 & 15])
                .append(HEX[c & 15]);
    }

    private static boolean isPaired(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
