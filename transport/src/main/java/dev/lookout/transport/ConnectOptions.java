package dev.lookout.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a WebSocket client connects.
 *
 * @param timeout for TCP, TLS and the opening handshake together
 * @param headers sent with the upgrade request
 * @param subprotocols offered in this order; usually none
 * @param pingInterval between own Pings; empty = none. VITE 1.3: a proxy may cut a socket that is idle for 60 s
 * @param limits of this connection: inbound message size and queues, write and close timeouts
 */
public record ConnectOptions(
        Duration timeout,
        Map<String, String> headers,
        List<String> subprotocols,
        Optional<Duration> pingInterval,
        TransportLimits limits) {
    /** 10 s, no headers, no sub-protocol, no own Pings; inbound messages up to 4 MiB. */
    public static final ConnectOptions DEFAULT = new ConnectOptions(
            Duration.ofSeconds(10),
            Map.of(),
            List.of(),
            Optional.empty(),
            TransportLimits.DEFAULT.withInboundMessageBytes(4 << 20));

    public ConnectOptions {
        headers = Map.copyOf(headers);
        subprotocols = List.copyOf(subprotocols);
    }

    public ConnectOptions withTimeout(Duration other) {
        return new ConnectOptions(other, headers, subprotocols, pingInterval, limits);
    }

    public ConnectOptions withHeaders(Map<String, String> other) {
        return new ConnectOptions(timeout, other, subprotocols, pingInterval, limits);
    }

    public ConnectOptions withSubprotocols(List<String> other) {
        return new ConnectOptions(timeout, headers, other, pingInterval, limits);
    }

    public ConnectOptions withPingEvery(Duration interval) {
        return new ConnectOptions(timeout, headers, subprotocols, Optional.of(interval), limits);
    }

    public ConnectOptions withLimits(TransportLimits other) {
        return new ConnectOptions(timeout, headers, subprotocols, pingInterval, other);
    }
}
