package dev.lookout.gateway.vite;

import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.util.List;

/**
 * What one chain event says to each of the five topics, before anybody's filter. The lists are in the order in which a
 * subscriber of the topic gets them.
 *
 * @param accountsByAddress the same blocks as {@code accounts}, those of them whose account and height are known
 */
record ViteMessages(
        List<SnapshotMessage> snapshots,
        List<AccountMessage> accounts,
        List<AccountMessageOf> accountsByAddress,
        List<UnreceivedMessage> unreceived,
        List<LogMessage> logs) {

    /** {@code newSnapshotBlock}. */
    record SnapshotMessage(Hash hash, Height height, boolean removed) {}

    /** {@code newAccountBlock}. */
    record AccountMessage(Hash hash, boolean removed) {}

    /** {@code newAccountBlockByAddress}, for the subscribers of {@code address}. */
    record AccountMessageOf(Address address, Hash hash, Height height, boolean removed) {}

    /** {@code newUnreceivedBlockByAddress}, for the subscribers of {@code address}. */
    record UnreceivedMessage(Address address, Hash hash, boolean received, boolean removed) {
        UnreceivedMessage {
            if (received && removed) {
                throw new IllegalArgumentException("VITE case 94: no message is both received and removed");
            }
        }
    }

    /** {@code newVmLog}, for the filters that want it. */
    record LogMessage(Hash blockHash, Height height, Address address, VmLogContent log, boolean removed) {}
}
