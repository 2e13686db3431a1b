package dev.lookout.client;

import dev.lookout.model.vite.AccountBlockMessage;
import dev.lookout.model.vite.AccountBlockWithHeightMessage;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.HeightRange;
import dev.lookout.model.vite.SnapshotBlockMessage;
import dev.lookout.model.vite.UnreceivedBlockMessage;
import dev.lookout.model.vite.VmLogFilter;
import dev.lookout.model.vite.VmLogMessage;
import java.util.List;
import java.util.Map;

/**
 * What is wanted of a Vite node: one of the five kinds of events (VITE section 2.2).
 *
 * @param <E> the messages that it brings
 */
public sealed interface Subscription<E> {
    /** Decides over all kinds. */
    <R> R match(Cases<R> cases);

    /** One function for each kind. */
    interface Cases<R> {
        R snapshotBlocks(SnapshotBlocks wanted);

        R accountBlocks(AccountBlocks wanted);

        R accountBlocksOf(AccountBlocksOf wanted);

        R unreceivedBlocksOf(UnreceivedBlocksOf wanted);

        R vmLogs(VmLogs wanted);
    }

    /** New and reverted snapshot blocks. */
    record SnapshotBlocks() implements Subscription<SnapshotBlockMessage> {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.snapshotBlocks(this);
        }
    }

    /** New and reverted account blocks of all accounts. */
    record AccountBlocks() implements Subscription<AccountBlockMessage> {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.accountBlocks(this);
        }
    }

    /** New and reverted account blocks of one account, with their height. */
    record AccountBlocksOf(Address address) implements Subscription<AccountBlockWithHeightMessage> {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.accountBlocksOf(this);
        }
    }

    /** Blocks sent to one account, as they come, are received, and are reverted. */
    record UnreceivedBlocksOf(Address address) implements Subscription<UnreceivedBlockMessage> {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unreceivedBlocksOf(this);
        }
    }

    /** New and reverted logs of contracts that the filter matches (VITE section 4). */
    record VmLogs(VmLogFilter filter) implements Subscription<VmLogMessage> {
        /** All logs of one contract, at any height. */
        public static VmLogs of(Address contract) {
            return of(contract, List.of());
        }

        /**
         * Logs of one contract, at any height.
         *
         * @param topics alternatives for each position, at most four; an empty position takes any topic but demands one
         */
        public static VmLogs of(Address contract, List<List<Hash>> topics) {
            return new VmLogs(new VmLogFilter(Map.of(contract, HeightRange.ALL), topics, null, null));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.vmLogs(this);
        }
    }
}
