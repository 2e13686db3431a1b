package dev.lookout.gateway.vite;

import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.util.List;

/**
 * An account block's content: what the streams are derived from, and the node's JSON for the ledger calls.
 *
 * @param blockType 1 to 7 (VITE 6.2); others are kept and count as neither send nor receive
 * @param address the account whose chain holds the block
 * @param toAddress whom a send is for; of a receive, its own account
 * @param sendHash the send that a receive answers; {@link Hash#ZERO} for sends and for a genesis receive
 * @param triggered the sends a contract's receive made, in order; empty otherwise
 * @param logs in the order in which they were emitted
 * @param json the block as {@code ledger_getAccountBlockByHash} gives it, JSON text of one object
 */
public record AccountBlockContent(
        int blockType,
        Address address,
        Height height,
        Hash hash,
        Hash previousHash,
        Address toAddress,
        Hash sendHash,
        List<TriggeredSend> triggered,
        List<VmLogContent> logs,
        String json) {
    public AccountBlockContent {
        triggered = List.copyOf(triggered);
        logs = List.copyOf(logs);
    }

    /** Create contract, call or transfer, reward, refund. */
    public boolean isSend() {
        return blockType == 1 || blockType == 2 || blockType == 3 || blockType == 6;
    }

    /** Receive, receive with error, genesis receive. */
    public boolean isReceive() {
        return blockType == 4 || blockType == 5 || blockType == 7;
    }

    /**
     * A send without a height of its own, made by a contract's receive.
     *
     * @param toAddress whom it is for
     */
    public record TriggeredSend(Hash hash, Address toAddress) {}
}
