package dev.lookout.conformance;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An endpoint somewhere, of which nothing is known but its addresses. */
final class GivenTarget implements Target {
    private static final String MODULES = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"rpc_modules\"}";

    private final Optional<URI> ws;
    private final Optional<URI> http;
    private final Set<Need> abilities;
    private final Map<String, String> keys;

    GivenTarget(HttpClient client, Optional<URI> ws, Optional<URI> http, Map<String, String> keys, Duration patience) {
        this.ws = ws;
        this.http = http;
        this.keys = Map.copyOf(keys);
        this.abilities = abilities(client, ws, http, patience);
        if (keys.size() == 2) {
            abilities.add(Need.KEYS);
        }
    }

    private static Set<Need> abilities(HttpClient client, Optional<URI> ws, Optional<URI> http, Duration patience) {
        Set<Need> abilities = EnumSet.noneOf(Need.class);
        ws.ifPresent(uri -> abilities.add(Need.WS));
        http.ifPresent(uri -> abilities.add(Need.HTTP));
        String modules;
        if (http.isPresent()) {
            modules = new HttpPeer(client, http.get(), patience).post(MODULES).body();
        } else {
            try (var peer = new WebSocketPeer(client, ws.orElseThrow(), "probe", patience)) {
                peer.send(MODULES); // a MaticVigil server answers with an error
                modules = peer.take("the reply to rpc_modules", frame -> true).text();
            }
        }
        if (modules.contains("\"subscribe\"")) {
            abilities.add(Need.SUBSCRIPTIONS);
        }
        return abilities;
    }

    @Override
    public String name() {
        return ws.map(URI::toString).orElse("") + http.map(uri -> " " + uri).orElse("");
    }

    @Override
    public Endpoint endpointFor(Scenario scenario) {
        return new Endpoint(ws, http, Optional.empty(), abilities, keys, () -> {});
    }

    @Override
    public void close() {}
}
