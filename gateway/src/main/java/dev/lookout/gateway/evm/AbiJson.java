package dev.lookout.gateway.evm;

import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonBoolean;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Reads ABI JSON. Entries of kinds that are not needed (constructors, errors, later inventions) are skipped. */
final class AbiJson {
    // Beyond what any compiler writes; only keeps a made-up file from exhausting the stack.
    private static final int MAX_TUPLE_DEPTH = 64;

    private AbiJson() {}

    static ContractAbi parse(JsonValue json) {
        var functions = new ArrayList<AbiFunction>();
        var events = new ArrayList<AbiEvent>();
        boolean receives = false;
        boolean fallsBack = false;
        var entries = entries(json);
        for (int i = 0; i < entries.size(); i++) {
            String at = "abi[" + i + "]";
            if (!(entries.get(i) instanceof JsonObject entry)) {
                throw new InvalidAbiException(
                        at + " is a JSON " + entries.get(i).kind() + ", not an object");
            }
            // The ABI specification lets a function leave its type out.
            switch (entry.text("type").orElse("function")) {
                case "function" -> functions.add(new AbiFunction(name(entry, at), inputs(entry, at)));
                case "event" -> events.add(new AbiEvent(name(entry, at), flag(entry, "anonymous"), inputs(entry, at)));
                case "receive" -> receives = true;
                case "fallback" -> fallsBack = true;
                default -> {}
            }
        }
        return new ContractAbi(functions, events, receives, fallsBack);
    }

    private static JsonArray entries(JsonValue json) {
        if (json instanceof JsonArray array) {
            return array;
        }
        if (json instanceof JsonObject artifact && artifact.get("abi") instanceof JsonArray array) {
            return array;
        }
        throw new InvalidAbiException(
                "An ABI is a JSON array, or an object with an array in \"abi\"; this is a JSON " + json.kind());
    }

    private static String name(JsonObject entry, String at) {
        return entry.text("name")
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> new InvalidAbiException(at + " has no name"));
    }

    private static List<AbiParameter> inputs(JsonObject entry, String at) {
        var json = entry.get("inputs");
        if (json == null || json instanceof JsonNull) {
            return List.of();
        }
        var inputs = new ArrayList<AbiParameter>();
        var list = objects(json, at + ".inputs");
        for (int i = 0; i < list.size(); i++) {
            var input = list.get(i);
            String where = at + ".inputs[" + i + "]";
            inputs.add(new AbiParameter(input.text("name").orElse(""), type(input, where), flag(input, "indexed")));
        }
        return inputs;
    }

    private static AbiType type(JsonObject parameter, String at) {
        String name = typeName(parameter, at, 0);
        try {
            return AbiTypes.parse(name);
        } catch (RuntimeException e) {
            throw new InvalidAbiException(at + ": \"" + name + "\" is not a type of the contract ABI", e);
        }
    }

    /** The type with its tuples expanded, suffixes kept: {@code tuple[3][]} becomes {@code (..)[3][]}. */
    private static String typeName(JsonObject parameter, String at, int depth) {
        String name = parameter.text("type").orElseThrow(() -> new InvalidAbiException(at + " has no type"));
        if (!name.equals("tuple") && !name.startsWith("tuple[")) {
            return AbiTypes.plain(name);
        }
        var json = parameter.get("components");
        if (json == null || depth == MAX_TUPLE_DEPTH) {
            throw new InvalidAbiException(
                    at + (json == null ? " is a tuple without components" : " nests tuples deeper than " + depth));
        }
        var components = objects(json, at + ".components");
        var names = new ArrayList<String>();
        for (int i = 0; i < components.size(); i++) {
            names.add(typeName(components.get(i), at + ".components[" + i + "]", depth + 1));
        }
        return "(" + String.join(",", names) + ")" + name.substring("tuple".length());
    }

    private static List<JsonObject> objects(JsonValue json, String at) {
        if (!(json instanceof JsonArray array)) {
            throw new InvalidAbiException(at + " is a JSON " + json.kind() + ", not an array");
        }
        var objects = new ArrayList<JsonObject>();
        for (var element : array.elements()) {
            if (!(element instanceof JsonObject object)) {
                throw new InvalidAbiException(at + " holds a JSON " + element.kind() + ", not an object");
            }
            objects.add(object);
        }
        return objects;
    }

    private static boolean flag(JsonObject object, String name) {
        return object.get(name) == JsonBoolean.TRUE;
    }
}
