package dev.lookout.spec;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds every `$ref` that leads nowhere: a file that is not there, or a pointer that no file has. */
final class ReferenceCheck {

    private final Documents documents;

    ReferenceCheck(Documents documents) {
        this.documents = documents;
    }

    List<String> complaints() {
        var complaints = new ArrayList<String>();
        documents
                .byPath()
                .forEach((path, document) -> Pointers.walk(document, (pointer, node) -> {
                    JsonNode reference = node.get("$ref");
                    // Under "properties" a member of this name would be a property, not a reference.
                    if (reference != null && reference.isString() && !leadsSomewhere(path, reference.stringValue())) {
                        complaints.add(path + "#" + pointer + ": $ref " + reference.stringValue() + " leads nowhere");
                    }
                }));
        return complaints;
    }

    private boolean leadsSomewhere(String from, String reference) {
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        String target = file.isEmpty()
                ? from
                : URI.create("/" + from).resolve(file).getPath().substring(1);
        JsonNode document = documents.byPath().get(target);
        return document != null && !document.at(pointer).isMissingNode();
    }
}
