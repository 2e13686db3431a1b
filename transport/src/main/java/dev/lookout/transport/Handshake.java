package dev.lookout.transport;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The upgrade request of a WebSocket client.
 *
 * @param path as registered, without query
 * @param query raw, without the question mark; empty if none
 * @param headers by name, names compared without case
 * @param remoteAddress {@code host:port} of the peer
 */
public record Handshake(String path, String query, Map<String, List<String>> headers, String remoteAddress) {
    public Handshake {
        headers = Headers.copyOf(headers);
    }

    /** First value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Headers.first(headers, name);
    }
}
