package dev.lookout.gateway.vite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every method this server answers, by its whole name. Subscribe and unsubscribe are not methods: see {@link ViteRpc}. */
final class RpcMethods {
    private final Map<String, RpcMethod> byName;

    private RpcMethods(Map<String, RpcMethod> byName) {
        this.byName = byName;
    }

    static RpcMethods of(FilterTable filters, LedgerMethods ledger, ViteOptions options) {
        var methods = new LinkedHashMap<String, RpcMethod>();
        StreamNames.FILTERS.forEach((name, meaning) -> put(
                methods,
                name,
                meaning.kind().params(meaning.generation()),
                (params, requestId) -> quoted(
                        filters.install(meaning.kind().topic(meaning.generation(), params, options), requestId))));
        for (String poll : List.of("subscribe_getChangesByFilterId", "subscribe_getFilterChanges")) {
            put(methods, poll, List.of(ParamType.ID), (params, requestId) -> filters.changes(params.id(0), requestId));
        }
        put(
                methods,
                "subscribe_uninstallFilter",
                List.of(ParamType.ID),
                (params, requestId) -> String.valueOf(filters.uninstall(params.id(0))));
        ledger.methods().forEach(method -> methods.put(method.name(), method));
        put(methods, "rpc_modules", List.of(), (params, requestId) -> modules(methods));
        return new RpcMethods(methods);
    }

    Optional<RpcMethod> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whole names, in no particular order. */
    java.util.Set<String> names() {
        return byName.keySet();
    }

    private static void put(
            Map<String, RpcMethod> methods, String name, List<ParamType> params, RpcMethod.Handler handler) {
        methods.put(name, new RpcMethod(name, params, handler));
    }

    /** The namespaces that have a method, each at version 1.0, by name (VITE 2.6). */
    private static String modules(Map<String, RpcMethod> methods) {
        return methods.keySet().stream()
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
