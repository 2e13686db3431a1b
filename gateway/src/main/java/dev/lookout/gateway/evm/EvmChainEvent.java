package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmHash;

/**
 * A step of the chain's head.
 *
 * <p>In the order in which a source delivers them, an inserted block is a child of the head and a removed block is the head, so
 * a fork of depth n is n removals, newest first, before the first insertion; only after a gap that a source could not close
 * an inserted block has an unknown parent.
 */
public sealed interface EvmChainEvent {
    /** A transaction, receipt or log without its variable part. */
    int OBJECT = 600;

    long number();

    EvmHash hash();

    /** What it takes in memory, roughly. */
    long estimatedBytes();

    record BlockInserted(EvmBlock block) implements EvmChainEvent {
        @Override
        public long number() {
            return block.number();
        }

        @Override
        public EvmHash hash() {
            return block.hash();
        }

        @Override
        public long estimatedBytes() {
            long bytes = OBJECT;
            for (var transaction : block.transactions()) {
                bytes += OBJECT + transaction.input().length();
            }
            for (var log : block.logs()) {
                bytes += OBJECT + log.data().length();
            }
            return bytes;
        }
    }

    record BlockRemoved(long number, EvmHash hash) implements EvmChainEvent {
        @Override
        public long estimatedBytes() {
            return OBJECT;
        }
    }
}
