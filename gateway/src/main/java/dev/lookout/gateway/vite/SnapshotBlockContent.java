package dev.lookout.gateway.vite;

import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.util.List;

/**
 * A snapshot block's content.
 *
 * @param timestamp Unix seconds
 * @param confirmed the newest block of each account that this one confirms
 * @param json the block as {@code ledger_getSnapshotBlockByHash} gives it, JSON text of one object
 */
public record SnapshotBlockContent(
        Hash hash, Hash previousHash, Height height, long timestamp, List<Confirmed> confirmed, String json) {
    public SnapshotBlockContent {
        confirmed = List.copyOf(confirmed);
    }

    /** An account's newest confirmed block. */
    public record Confirmed(Address address, Height height, Hash hash) {}
}
