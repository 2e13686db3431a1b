package dev.lookout.gateway.vigil;

import java.time.Duration;

/**
 * Times and bounds of a session (VIGIL 1.3 to 1.6).
 *
 * @param registerDeadline from the upgrade to the first message (decision D-4)
 * @param idleExpiry without any inbound frame (decision D-11)
 * @param pingInterval between the server's WebSocket Pings (decision D-11)
 * @param unregisterGrace for the client to close after {@code unregister:ack} (decision D-12)
 * @param inboundMessageBytes largest message that is read (decision D-16)
 * @param outboundMessageBytes largest message that is sent (decision D-17)
 * @param queuedMessages outbound, both lanes together
 * @param queuedBytes outbound, both lanes together
 * @param frames inbound ones tolerated in {@code frameWindow}; one more closes
 * @param violations in {@code violationWindow} that close
 * @param shutdownSpread over which connections are closed at a shutdown, at least
 */
public record VigilLimits(
        Duration registerDeadline,
        Duration idleExpiry,
        Duration pingInterval,
        Duration unregisterGrace,
        int inboundMessageBytes,
        int outboundMessageBytes,
        int queuedMessages,
        long queuedBytes,
        int frames,
        Duration frameWindow,
        int violations,
        Duration violationWindow,
        Duration shutdownSpread) {
    public VigilLimits {
        if (frames < 1 || violations < 2 || inboundMessageBytes < 1 || outboundMessageBytes < 1) {
            throw new IllegalArgumentException("frames, message sizes: at least 1; violations: at least 2");
        }
    }

    /** What the specification says. */
    public static VigilLimits specified() {
        return VigilRules.LIMITS;
    }
}
