package dev.lookout.spec;

import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** JSON pointers (RFC 6901): to build them, and to walk a document with them. */
final class Pointers {

    private Pointers() {}

    static String child(String pointer, String member) {
        return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    /** Calls the visitor with every node of the document and its pointer, parents first. */
    static void walk(JsonNode document, BiConsumer<String, JsonNode> visitor) {
        walk("", document, visitor);
    }

    private static void walk(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(pointer, node);
        for (var member : node.properties()) {
            walk(child(pointer, member.getKey()), member.getValue(), visitor);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(pointer + "/" + i, node.get(i), visitor);
            }
        }
    }
}
