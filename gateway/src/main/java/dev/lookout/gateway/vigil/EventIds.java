package dev.lookout.gateway.vigil;

import dev.lookout.model.vigil.EvmHash;

/**
 * Numbers the events of this deployment (decision D-22): strictly increasing in the order of asking, from 1, never beyond 2^53-1.
 *
 * <p>Thread: one at a time.
 */
public interface EventIds {
    /** The largest number that every JSON reader keeps exact. */
    long MAX = (1L << 53) - 1;

    /** The number of the log at this place: a new one, or the one it had when it was asked for before. */
    long idOf(EvmHash blockHash, int logIndex);
}
