package dev.lookout.gateway.vite;

import dev.lookout.model.vite.Hash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of the Vite ledger, as a {@link dev.lookout.gateway.chain.ChainSource} reports it (VITE section 6.1).
 *
 * <p>Content is null where a source knows only a block's hash: the block was gone before it could be fetched, or was inserted
 * before the source began. A removal carries the content with which the block was announced, so that whatever was said on
 * insertion is taken back and nothing else.
 */
public sealed interface ViteChainEvent {
    /** Roughly how much memory the event holds, for the log's bound. */
    default long estimatedBytes() {
        if (this instanceof AccountBlocksRemoved removed) {
            return 100L * removed.blocks().size(); // the contents are those of the insertions, mostly kept anyway
        }
        if (this instanceof AccountBlockInserted inserted && inserted.content() != null) {
            return 500L + inserted.content().json().length();
        }
        if (this instanceof SnapshotBlockInserted inserted && inserted.content() != null) {
            return 500L + inserted.content().json().length();
        }
        return 100;
    }

    /** One account block was inserted; it is not confirmed yet. */
    record AccountBlockInserted(Hash hash, @Nullable AccountBlockContent content) implements ViteChainEvent {}

    /** One roll-back's account blocks, all in one event, in the order in which they are to be announced. */
    record AccountBlocksRemoved(List<AccountBlockInserted> blocks) implements ViteChainEvent {
        public AccountBlocksRemoved {
            blocks = List.copyOf(blocks);
        }
    }

    /** One snapshot block was inserted. */
    record SnapshotBlockInserted(Hash hash, @Nullable SnapshotBlockContent content) implements ViteChainEvent {}

    /** One roll-back step's snapshot blocks, in the order in which they are to be announced. */
    record SnapshotBlocksRemoved(List<SnapshotBlockInserted> blocks) implements ViteChainEvent {
        public SnapshotBlocksRemoved {
            blocks = List.copyOf(blocks);
        }
    }
}
