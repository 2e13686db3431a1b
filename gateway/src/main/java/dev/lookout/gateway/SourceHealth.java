package dev.lookout.gateway;

import dev.lookout.gateway.chain.ChainSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Remembers which sources have failed. One that has failed delivers no more until the gateway is started again.
 *
 * <p>Thread: any.
 */
final class SourceHealth {
    private final Map<String, String> failures = new ConcurrentSkipListMap<>();

    /** A sink that notes a failure under this name before it hands it on. */
    <E> ChainSource.Sink<E> watching(String name, ChainSource.Sink<E> sink) {
        return new ChainSource.Sink<>() {
            @Override
            public void event(E event) {
                sink.event(event);
            }

            @Override
            public void ended() {
                sink.ended();
            }

            @Override
            public void failed(RuntimeException failure) {
                failures.put(name, String.valueOf(failure.getMessage()));
                sink.failed(failure);
            }
        };
    }

    /** A line for each source that has failed; empty while none has. */
    Optional<String> complaint() {
        var lines = new StringBuilder();
        failures.forEach((name, message) ->
                lines.append(name).append(", has failed: ").append(message).append('\n'));
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.toString());
    }
}
