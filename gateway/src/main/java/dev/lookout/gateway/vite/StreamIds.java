package dev.lookout.gateway.vite;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Names subscriptions and filters: {@code 0x}, 16 random bytes in hex, leading zeros cut (VITE 3.3). Unguessable. */
final class StreamIds {
    private final SecureRandom random = new SecureRandom();

    String next() {
        return "0x" + new BigInteger(128, random).toString(16);
    }
}
