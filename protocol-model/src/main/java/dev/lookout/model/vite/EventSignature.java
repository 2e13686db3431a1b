package dev.lookout.model.vite;

import java.util.Map;
import java.util.Set;

/**
 * Reads an event signature as people write it, once, left to right.
 *
 * <pre>
 * event     = ["event"] word "(" [parameter {"," parameter}] ")" ["anonymous"] [";"]
 * parameter = type {word}                  the words: indexed, payable, a place, the name
 * type      = (word | ["tuple"] "(" ... ")") {"[" [digits] "]"}
 * </pre>
 */
final class EventSignature {
    private static final int MAX_DEPTH = 16;
    private static final Map<String, String> CANONICAL =
            Map.of("uint", "uint256", "int", "int256", "vitetoken", "tokenId", "byte", "bytes1");
    private static final Set<String> MODIFIERS = Set.of("indexed", "payable", "memory", "storage", "calldata");

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;

    EventSignature(String text) {
        this.text = text;
    }

    String canonical() {
        String name = word();
        if (name.equals("event")) {
            name = word();
        }
        require(!name.isEmpty(), "a name");
        out.append(name);
        require(peek() == '(', "(");
        parameters(1);
        String rest = word();
        require(rest.isEmpty() || rest.equals("anonymous"), "the end");
        accept(';');
        require(peek() == 0, "the end");
        return out.toString();
    }

    private void parameters(int depth) {
        require(depth <= MAX_DEPTH, "at most " + MAX_DEPTH + " levels");
        accept('(');
        out.append('(');
        if (peek() != ')') {
            do {
                parameter(depth);
                out.append(',');
            } while (accept(','));
            out.setLength(out.length() - 1);
        }
        require(accept(')'), ", or )");
        out.append(')');
    }

    private void parameter(int depth) {
        String type = word();
        if (peek() == '(' && (type.isEmpty() || type.equals("tuple"))) {
            parameters(depth + 1);
        } else {
            require(!type.isEmpty(), "a type");
            out.append(CANONICAL.getOrDefault(type, type));
        }
        while (accept('[')) {
            out.append('[').append(word()).append(']');
            require(accept(']'), "]");
        }
        boolean named = false;
        for (String word = word(); !word.isEmpty(); word = word()) {
            boolean modifier = MODIFIERS.contains(word);
            require(modifier || !named, ", or )");
            named |= !modifier;
        }
    }

    private String word() {
        peek();
        int from = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
    }

    /** The next character that is no space, not consumed; 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean accept(char wanted) {
        boolean found = peek() == wanted;
        if (found) {
            at++;
        }
        return found;
    }

    private void require(boolean condition, String expected) {
        if (!condition) {
            String shown = text.length() <= 200 ? text : text.substring(0, 200);
            throw new IllegalArgumentException(
                    "Not an event signature: \"" + shown + "\"; expected " + expected + " at index " + at);
        }
    }
}
