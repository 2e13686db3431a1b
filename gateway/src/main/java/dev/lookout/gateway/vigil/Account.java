package dev.lookout.gateway.vigil;

import dev.lookout.model.vigil.EvmAddress;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a pair of keys belongs to, and which contracts it hears of.
 *
 * @param name for people and logs; not secret
 * @param readKey may register and unregister, as may the write key (decision D-5)
 * @param contracts the addresses (of contracts and deployers) that the account hears of; empty for all that the gateway
 *     watches
 */
public record Account(
        String name, KeyFingerprint readKey, KeyFingerprint writeKey, Optional<Set<EvmAddress>> contracts) {
    public Account {
        contracts = contracts.map(Set::copyOf);
    }

    boolean owns(KeyFingerprint key) {
        // Both are compared, so that the time does not tell which one it was.
        boolean read = readKey.equals(key);
        boolean write = writeKey.equals(key);
        return read || write;
    }

    boolean hearsOf(Collection<EvmAddress> parties) {
        return contracts.isEmpty() || parties.stream().anyMatch(contracts.get()::contains);
    }
}
