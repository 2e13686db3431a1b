package dev.lookout.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds every example of every document against the schema that it is an example of, and counts what it saw. */
final class ExampleCheck {

    private final Documents documents;
    private final SchemaCatalog catalog;
    private final List<String> complaints = new ArrayList<>();
    private int seen;

    ExampleCheck(Documents documents) {
        this(documents, documents.byPath().keySet());
    }

    /** The examples of some of the documents. */
    ExampleCheck(Documents documents, Collection<String> paths) {
        this.documents = documents;
        this.catalog = new SchemaCatalog(documents);
        for (String path : paths) {
            if (path.endsWith("asyncapi.yaml")) {
                messages(path);
            } else if (path.endsWith("openrpc.json")) {
                methods(path);
            } else if (path.endsWith("openapi.yaml")) {
                contents(path);
            } else if (path.startsWith("schemas/")) {
                ownExamples(path);
            }
        }
    }

    List<String> complaints() {
        return complaints;
    }

    int seen() {
        return seen;
    }

    private void messages(String path) {
        for (var message : documents.get(path).at("/components/messages").properties()) {
            String pointer = Pointers.child("/components/messages", message.getKey());
            if (message.getValue().path("examples").isEmpty()) {
                complaints.add(path + "#" + pointer + " has no example");
            }
            for (JsonNode example : message.getValue().path("examples")) {
                check(
                        path,
                        pointer + "/payload",
                        example.get("payload"),
                        example.path("name").asString("?"));
            }
        }
    }

    private void methods(String path) {
        JsonNode methods = documents.get(path).get("methods");
        for (int i = 0; i < methods.size(); i++) {
            String pointer = "/methods/" + i;
            if (methods.get(i).path("examples").isEmpty()) {
                complaints.add(
                        path + "#" + pointer + " (" + methods.get(i).get("name").asString() + ") has no example");
            }
            for (JsonNode example : methods.get(i).path("examples")) {
                String name = methods.get(i).get("name").asString() + ", "
                        + example.get("name").asString();
                for (int p = 0; p < example.get("params").size(); p++) {
                    check(
                            path,
                            pointer + "/params/" + p + "/schema",
                            example.get("params").get(p).get("value"),
                            name);
                }
                check(path, pointer + "/result/schema", example.at("/result/value"), name);
            }
        }
    }

    private void contents(String path) {
        Pointers.walk(documents.get(path), (pointer, node) -> {
            if (node.isObject() && node.has("schema")) {
                for (var example : node.path("examples").properties()) {
                    check(path, pointer + "/schema", example.getValue().get("value"), example.getKey());
                }
                if (node.has("example")) {
                    check(path, pointer + "/schema", node.get("example"), "example");
                }
            }
        });
    }

    private void ownExamples(String path) {
        Pointers.walk(documents.get(path), (pointer, node) -> {
            if (node.isObject() && node.path("examples").isArray() && !pointer.endsWith("/properties")) {
                for (JsonNode example : node.get("examples")) {
                    check(path, pointer, example, "examples");
                }
            }
        });
    }

    private void check(String path, String pointer, JsonNode value, String name) {
        seen++;
        for (String complaint : catalog.complaints(path, pointer, value)) {
            complaints.add(path + "#" + pointer + " (" + name + "): " + complaint);
        }
    }
}
