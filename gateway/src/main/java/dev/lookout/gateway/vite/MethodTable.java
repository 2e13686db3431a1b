package dev.lookout.gateway.vite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The methods and events of the Vite API as its OpenRPC document lists them: names, Go names, parameters. Nothing of it is
 * written down a second time in code (ADR 45). Immutable.
 */
final class MethodTable {
    private static final String DOCUMENT = "/dev/lookout/spec/vite/openrpc.json";

    private final List<Method> methods;
    private final Map<String, Event> events;

    private MethodTable(List<Method> methods, Map<String, Event> events) {
        this.methods = methods;
        this.events = events;
    }

    /**
     * One method under one of its names.
     *
     * @param name whole name, such as {@code ledger_getSnapshotBlocks}
     * @param operation what it does, shared by names that do the same
     * @param event name of the event that a filter made by it is about; empty for all other methods
     * @param local whether a gateway answers it from its own ledger; false: only a node can
     */
    record Method(
            String name,
            String goName,
            String operation,
            Generation generation,
            List<String> parameterKinds,
            String event,
            boolean local) {
        List<ParamType> params() {
            return types(name, parameterKinds);
        }
    }

    /** What an event name of {@code subscribe_subscribe} stands for. */
    record Event(TopicKind kind, Generation generation, List<ParamType> params) {}

    /**
     * Reads the document that this build ships.
     *
     * @throws IllegalStateException if it is not there, or says something that no code understands
     */
    static MethodTable ofSpec() {
        try (InputStream document = MethodTable.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new IllegalStateException(DOCUMENT + " is not on the class path: lookout-spec is missing");
            }
            return of(object(JsonValue.parse(new String(document.readAllBytes(), UTF_8)), "the document"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MethodTable of(JsonObject document) {
        var methods = new ArrayList<Method>();
        for (JsonValue method : array(document.get("methods"), "methods").elements()) {
            methods.add(method(object(method, "a method")));
        }
        var events = new LinkedHashMap<String, Event>();
        object(document.get("x-lookout-events"), "x-lookout-events")
                .members()
                .forEach((name, event) -> events.put(name, event(name, object(event, name))));
        return new MethodTable(List.copyOf(methods), Map.copyOf(events));
    }

    /** In the document's order. */
    List<Method> methods() {
        return methods;
    }

    /** By the name in the subscribe request. */
    Map<String, Event> events() {
        return events;
    }

    private static Method method(JsonObject method) {
        String name = text(method, "name");
        JsonObject ours = object(method.get("x-lookout"), "x-lookout of " + name);
        var kinds = new ArrayList<String>();
        for (JsonValue parameter :
                array(ours.get("parameters"), "parameters of " + name).elements()) {
            kinds.add(text(object(parameter, "a parameter of " + name), "kind"));
        }
        return new Method(
                name,
                text(ours, "goName"),
                text(ours, "operation"),
                generation(text(ours, "generation")),
                List.copyOf(kinds),
                ours.text("event").orElse(""),
                text(ours, "served").equals("always"));
    }

    private static Event event(String name, JsonObject event) {
        var kinds = new ArrayList<String>();
        for (JsonValue kind :
                array(event.get("parameters"), "parameters of " + name).elements()) {
            kinds.add(kind instanceof JsonString text ? text.text() : kind.toJson());
        }
        String topic = text(event, "event");
        TopicKind kind = TopicKind.named(topic)
                .orElseThrow(() -> new IllegalStateException(name + " is about " + topic + ", which no code knows"));
        return new Event(kind, generation(text(event, "payloadGeneration")), types(name, kinds));
    }

    private static List<ParamType> types(String name, List<String> kinds) {
        return kinds.stream()
                .map(kind -> ParamType.ofKind(kind)
                        .orElseThrow(() -> new IllegalStateException(
                                name + " has a parameter of kind " + kind + ", which no code reads")))
                .toList();
    }

    private static Generation generation(String text) {
        return switch (text) {
            case "v1" -> Generation.V1;
            case "v2", "alias" -> Generation.V2;
            default -> throw new IllegalStateException("generation " + text + " is unknown: v1, v2 or alias");
        };
    }

    private static String text(JsonObject object, String member) {
        return object.text(member)
                .orElseThrow(() -> new IllegalStateException("no string " + member + " in " + object.toJson()));
    }

    private static JsonObject object(@Nullable JsonValue value, String what) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new IllegalStateException(what + " is no object in " + DOCUMENT);
    }

    private static JsonArray array(@Nullable JsonValue value, String what) {
        if (value instanceof JsonArray array) {
            return array;
        }
        throw new IllegalStateException(what + " is no array in " + DOCUMENT);
    }
}
