package dev.lookout.gateway.vite;

import dev.lookout.model.vite.Address;

/**
 * What a subscription or polling filter is about. Two that are equal get the same results, so they share them.
 */
sealed interface ViteTopic {
    Generation generation();

    /** New and removed snapshot blocks. */
    record Snapshots(Generation generation) implements ViteTopic {}

    /** Account blocks of every account; both generations look alike and differ only in name. */
    record Accounts(Generation generation) implements ViteTopic {}

    /** Account blocks of one account. */
    record AccountsOf(Generation generation, Address address) implements ViteTopic {}

    /** What one account has to receive. */
    record UnreceivedOf(Generation generation, Address address) implements ViteTopic {}

    /** Logs. */
    record Logs(Generation generation, LogFilter filter) implements ViteTopic {}

    /** What a poll gives when nothing is new: {@code null} for all account blocks and all V1 filters, else {@code []} (2.3). */
    default boolean emptyPollIsNull() {
        return this instanceof Accounts || generation() == Generation.V1;
    }
}
