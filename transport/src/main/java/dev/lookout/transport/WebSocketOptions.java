package dev.lookout.transport;

import java.util.Optional;
import java.util.Set;

/**
 * How one WebSocket path answers the opening handshake.
 *
 * @param allowedOrigins values of {@code Origin} that may connect, compared without case; empty set or {@code *} inside =
 *     anyone. A request without {@code Origin} always may: only browsers send it. Others get HTTP 403.
 * @param echoSingleSubprotocol whether a single offered sub-protocol is echoed (VITE 1.3; more than one offered fails
 *     with HTTP 400 as there); if not, none is ever selected (VIGIL D-2)
 */
public record WebSocketOptions(Set<String> allowedOrigins, boolean echoSingleSubprotocol) {
    /** Any origin, no sub-protocol. */
    public static final WebSocketOptions DEFAULT = new WebSocketOptions(Set.of(), false);

    public WebSocketOptions {
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    public WebSocketOptions withAllowedOrigins(Set<String> origins) {
        return new WebSocketOptions(origins, echoSingleSubprotocol);
    }

    public WebSocketOptions withEchoedSubprotocol() {
        return new WebSocketOptions(allowedOrigins, true);
    }

    boolean allows(Optional<String> origin) {
        return origin.isEmpty()
                || allowedOrigins.isEmpty()
                || allowedOrigins.contains("*")
                || allowedOrigins.stream().anyMatch(origin.get()::equalsIgnoreCase);
    }
}
