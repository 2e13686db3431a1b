package dev.lookout.gateway.vigil;

import dev.lookout.model.vigil.ApiKey;
import java.util.UUID;

/**
 * The two keys of an account, in clear: shown once to the one who gets them, never kept.
 *
 * <p>Printing it redacts both.
 */
public record KeyPair(ApiKey readKey, ApiKey writeKey) {
    /** Two random UUIDs of version 4 from a cryptographic generator. */
    public static KeyPair random() {
        return new KeyPair(
                ApiKey.of(UUID.randomUUID().toString()),
                ApiKey.of(UUID.randomUUID().toString()));
    }
}
