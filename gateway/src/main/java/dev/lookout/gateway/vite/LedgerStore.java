package dev.lookout.gateway.vite;

import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.util.List;
import java.util.Optional;

/**
 * The part of the ledger that the events showed, for the calls with which clients fill gaps (VITE section 7).
 *
 * <p>Thread: {@link #apply} on the source's thread, before the event is announced, so that a block just announced is found;
 * the rest on any, each call seeing whole events.
 */
interface LedgerStore {
    /** Takes an event in. Blocks without content are not stored. */
    void apply(ViteChainEvent event);

    Optional<SnapshotBlockContent> latestSnapshot();

    Optional<SnapshotBlockContent> snapshot(Hash hash);

    Optional<SnapshotBlockContent> snapshot(Height height);

    /** Snapshot blocks with heights from {@code from} to {@code to}, both included, ascending. */
    List<SnapshotBlockContent> snapshots(Height from, Height to);

    Optional<StoredBlock> latestBlock(Address address);

    /** Also finds a triggered send, whose own height is 0. */
    Optional<StoredBlock> block(Hash hash);

    Optional<StoredBlock> block(Address address, Height height);

    /** Blocks of one account with heights from {@code from} to {@code to}, both included, descending, at most {@code most}. */
    List<StoredBlock> blocks(Address address, Height from, Height to, int most);

    /** Sends to the address that it has not received, by hash ascending. */
    List<StoredBlock> unreceived(Address address);

    /** Account blocks that a snapshot block confirmed, oldest first. */
    List<StoredBlock> confirmedBy(Hash snapshotHash);

    /** Account blocks that no snapshot block has confirmed, in the order in which they came. */
    List<StoredBlock> unconfirmed();

    /**
     * A block and what the ledger knows about it by now.
     *
     * @param content the block; for a triggered send, its host: the receive that made it
     * @param json the block's own JSON, with what has been learnt since filled in
     */
    record StoredBlock(AccountBlockContent content, String json) {}
}
