package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.MethodTable.Event;
import dev.lookout.gateway.vite.MethodTable.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every method this server answers, by its whole name: the spec's table says which there are, this class which code does the work
 * of each operation. Subscribe and unsubscribe are not methods: see {@link ViteRpc}.
 */
final class RpcMethods {
    /** Done by {@link ViteRpc}, because they belong to a connection. */
    private static final Set<String> OF_CONNECTIONS = Set.of("subscribe", "unsubscribe");

    private final Map<String, RpcMethod> byName;
    private final Map<String, Event> events;

    private RpcMethods(Map<String, RpcMethod> byName, Map<String, Event> events) {
        this.byName = byName;
        this.events = events;
    }

    /** Does the work of an operation, for whichever of its names. */
    private interface Operation {
        String call(Method method, Params params, String requestId);
    }

    /**
     * Joins the table with the code.
     *
     * @throws IllegalStateException if the table has a method that no code serves, or code serves what the table does not have
     */
    static RpcMethods of(MethodTable table, FilterTable filters, LedgerMethods ledger, ViteOptions options) {
        Map<String, Operation> operations = operations(table, filters, ledger, options);
        var methods = new LinkedHashMap<String, RpcMethod>();
        var unserved = new TreeSet<String>();
        Set<String> unused = new TreeSet<>(operations.keySet());
        Set<String> missing = new HashSet<>(OF_CONNECTIONS);
        for (Method method : table.methods()) {
            if (missing.remove(method.operation()) || !method.local()) {
                continue;
            }
            Operation operation = operations.get(method.operation());
            if (operation == null) {
                unserved.add(method.name());
                continue;
            }
            unused.remove(method.operation());
            methods.put(
                    method.name(),
                    new RpcMethod(
                            method.name(),
                            method.goName(),
                            method.params(),
                            (params, requestId) -> operation.call(method, params, requestId)));
        }
        unused.addAll(missing);
        if (!unserved.isEmpty() || !unused.isEmpty()) {
            throw new IllegalStateException("spec and code differ: methods that no code serves " + unserved
                    + ", operations that the spec does not have " + unused);
        }
        return new RpcMethods(methods, table.events());
    }

    Optional<RpcMethod> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What an event name of a subscribe request stands for. */
    Optional<Event> event(String name) {
        return Optional.ofNullable(events.get(name));
    }

    /** Whole names, in no particular order. */
    Set<String> names() {
        return byName.keySet();
    }

    private static Map<String, Operation> operations(
            MethodTable table, FilterTable filters, LedgerMethods ledger, ViteOptions options) {
        var operations = new HashMap<String, Operation>();
        operations.put("newFilter", (method, params, requestId) -> {
            Event event = eventOf(method, table);
            return quoted(filters.install(event.kind().topic(method.generation(), params, options), requestId));
        });
        operations.put("getChanges", (method, params, requestId) -> filters.changes(params.id(0), requestId));
        operations.put(
                "uninstallFilter", (method, params, requestId) -> String.valueOf(filters.uninstall(params.id(0))));
        String modules = modules(table);
        operations.put("modules", (method, params, requestId) -> modules);
        ledger.byOperation()
                .forEach((name, answer) ->
                        operations.put(name, (method, params, requestId) -> answer.to(params, method.generation())));
        return operations;
    }

    private static Event eventOf(Method method, MethodTable table) {
        Event event = table.events().get(method.event());
        if (event == null) {
            throw new IllegalStateException(method.name() + " is about the unknown event " + method.event());
        }
        return event;
    }

    /** The namespaces that have a method, each at version 1.0, by name (VITE 2.6). */
    private static String modules(MethodTable table) {
        return table.methods().stream()
                .filter(Method::local)
                .map(Method::name)
                .collect(Collectors.toMap(
                        name -> name.substring(0, name.indexOf('_')), name -> "1.0", (one, other) -> one, TreeMap::new))
                .entrySet()
                .stream()
                .map(module -> quoted(module.getKey()) + ":" + quoted(module.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
