package dev.lookout.gateway.vigil;

import java.time.Duration;

/** The numbers of the protocol. */
final class VigilRules {
    static final VigilLimits LIMITS = new VigilLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(90),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            64 << 10,
            1 << 20,
            1024,
            4L << 20,
            50,
            Duration.ofSeconds(10),
            10,
            Duration.ofSeconds(60),
            Duration.ofSeconds(30));

    private VigilRules() {}
}
