package dev.lookout.conformance;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where one scenario runs.
 *
 * @param ws address of the WebSocket API
 * @param http address of the HTTP API
 * @param chain how its chain and clock are driven, if they can be
 * @param abilities what it can do
 * @param values what its scenarios may name: {@code readKey} and {@code writeKey}
 * @param closing what to do when the scenario is over
 */
record Endpoint(
        Optional<URI> ws,
        Optional<URI> http,
        Optional<ChainControl> chain,
        Set<Need> abilities,
        Map<String, String> values,
        Runnable closing)
        implements AutoCloseable {
    Endpoint {
        abilities = Set.copyOf(abilities);
        values = Map.copyOf(values);
    }

    @Override
    public void close() {
        closing.run();
    }
}
