package dev.lookout.transport;

import java.time.Duration;

/**
 * Bounds of a server or a client connection; each has a default that suits a public server.
 *
 * @param inboundMessageBytes largest inbound WebSocket message until {@link Connection#inboundLimit} says otherwise
 * @param inboundQueuedMessages messages and pings received and not yet handled; at the bound reading from that peer pauses
 * @param outboundMessages bound of both lanes together
 * @param outboundBytes bound of both lanes together
 * @param httpBodyBytes largest HTTP request body that is read
 * @param connections WebSocket and HTTP connections open at once; more are closed as they come
 * @param httpRequests HTTP requests in work at once; more get 503
 * @param readTimeout for the head and body of an HTTP request to arrive, and for a response to leave
 * @param idleTimeout of an HTTP connection between requests
 * @param writeTimeout for one WebSocket write to make its way; beyond it the connection is dropped
 * @param closeTimeout from asking for a close until TCP is dropped
 */
public record TransportLimits(
        int inboundMessageBytes,
        int inboundQueuedMessages,
        int outboundMessages,
        long outboundBytes,
        int httpBodyBytes,
        int connections,
        int httpRequests,
        Duration readTimeout,
        Duration idleTimeout,
        Duration writeTimeout,
        Duration closeTimeout) {
    /** 128 KiB in, 256 queued in; 1024 messages or 4 MiB queued out; 10 000 connections; 30 s, 120 s, 30 s, 5 s. */
    public static final TransportLimits DEFAULT = new TransportLimits(
            131_072,
            256,
            1024,
            4L << 20,
            131_072,
            10_000,
            1024,
            Duration.ofSeconds(30),
            Duration.ofSeconds(120),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5));

    public TransportLimits {
        requirePositive("inboundMessageBytes", inboundMessageBytes);
        requirePositive("inboundQueuedMessages", inboundQueuedMessages);
        requirePositive("outboundMessages", outboundMessages);
        requirePositive("outboundBytes", outboundBytes);
        requirePositive("httpBodyBytes", httpBodyBytes);
        requirePositive("connections", connections);
        requirePositive("httpRequests", httpRequests);
        requirePositive("readTimeout", readTimeout.toMillis());
        requirePositive("idleTimeout", idleTimeout.toMillis());
        requirePositive("writeTimeout", writeTimeout.toMillis());
        requirePositive("closeTimeout", closeTimeout.toMillis());
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, is " + value);
        }
    }

    public TransportLimits withInboundMessageBytes(int bytes) {
        return new TransportLimits(
                bytes,
                inboundQueuedMessages,
                outboundMessages,
                outboundBytes,
                httpBodyBytes,
                connections,
                httpRequests,
                readTimeout,
                idleTimeout,
                writeTimeout,
                closeTimeout);
    }

    public TransportLimits withInboundQueue(int messages) {
        return new TransportLimits(
                inboundMessageBytes,
                messages,
                outboundMessages,
                outboundBytes,
                httpBodyBytes,
                connections,
                httpRequests,
                readTimeout,
                idleTimeout,
                writeTimeout,
                closeTimeout);
    }

    public TransportLimits withOutboundQueue(int messages, long bytes) {
        return new TransportLimits(
                inboundMessageBytes,
                inboundQueuedMessages,
                messages,
                bytes,
                httpBodyBytes,
                connections,
                httpRequests,
                readTimeout,
                idleTimeout,
                writeTimeout,
                closeTimeout);
    }

    public TransportLimits withHttp(int bodyBytes, int requestsInWork) {
        return new TransportLimits(
                inboundMessageBytes,
                inboundQueuedMessages,
                outboundMessages,
                outboundBytes,
                bodyBytes,
                connections,
                requestsInWork,
                readTimeout,
                idleTimeout,
                writeTimeout,
                closeTimeout);
    }

    public TransportLimits withConnections(int open) {
        return new TransportLimits(
                inboundMessageBytes,
                inboundQueuedMessages,
                outboundMessages,
                outboundBytes,
                httpBodyBytes,
                open,
                httpRequests,
                readTimeout,
                idleTimeout,
                writeTimeout,
                closeTimeout);
    }

    /** Changes the four times; see the record's components. */
    public TransportLimits withTimeouts(Duration read, Duration idle, Duration write, Duration close) {
        return new TransportLimits(
                inboundMessageBytes,
                inboundQueuedMessages,
                outboundMessages,
                outboundBytes,
                httpBodyBytes,
                connections,
                httpRequests,
                read,
                idle,
                write,
                close);
    }
}
