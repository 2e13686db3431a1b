package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmHash;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns blocks as a node or a recording reports them into steps of one head: what is taken back goes first, newest first.
 *
 * <p>The rules are those of {@code spec/recording/README.md}. Memory: the last {@code remembered} blocks; a fork below them
 * looks like a gap.
 *
 * <p>Thread: one at a time.
 */
final class EvmChainHealer {
    private static final Logger LOG = LoggerFactory.getLogger(EvmChainHealer.class);

    /** How many blocks are remembered: what VIGIL 4.9 asks for. */
    static final int REMEMBERED = 256;

    private final Deque<Head> chain = new ArrayDeque<>(); // the head is last
    private final Consumer<EvmChainEvent> out;
    private long gaps;

    EvmChainHealer(Consumer<EvmChainEvent> out) {
        this.out = out;
    }

    /** How often a block came whose parent is not known: blocks in between are missing. */
    long gaps() {
        return gaps;
    }

    void inserted(EvmBlock block) {
        if (isHead(block.hash())) {
            return;
        }
        if (knows(block.parentHash())) {
            removeAbove(block.parentHash());
        } else if (!chain.isEmpty()) {
            gaps++;
            LOG.warn(
                    "block {} {} follows {}, which is not known: blocks after {} are missing",
                    block.number(),
                    block.hash(),
                    block.parentHash(),
                    chain.getLast().number());
        }
        chain.addLast(new Head(block.number(), block.hash()));
        if (chain.size() > REMEMBERED) {
            chain.removeFirst();
        }
        out.accept(new EvmChainEvent.BlockInserted(block));
    }

    void removed(EvmHash hash) {
        if (knows(hash)) {
            removeAbove(hash);
            removeHead();
        }
    }

    private void removeAbove(EvmHash hash) {
        while (!isHead(hash)) {
            removeHead();
        }
    }

    private void removeHead() {
        var head = chain.removeLast();
        out.accept(new EvmChainEvent.BlockRemoved(head.number(), head.hash()));
    }

    private boolean isHead(EvmHash hash) {
        return !chain.isEmpty() && chain.getLast().hash().equals(hash);
    }

    private boolean knows(EvmHash hash) {
        return chain.stream().anyMatch(head -> head.hash().equals(hash));
    }

    private record Head(long number, EvmHash hash) {}
}
