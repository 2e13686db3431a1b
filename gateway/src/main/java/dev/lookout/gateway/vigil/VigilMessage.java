package dev.lookout.gateway.vigil;

import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.OutboundText;
import java.util.Set;

/**
 * A push as it goes out, written once for all who get it.
 *
 * @param parties whom it concerns: an account gets it if it watches one of them. The contract; for a creation its sender and what
 *     it created
 * @param identity equal for two messages that a client must not be told twice
 */
record VigilMessage(JsonObject json, OutboundText text, Set<EvmAddress> parties, MessageIdentity identity) {
    VigilMessage {
        parties = Set.copyOf(parties);
    }
}
