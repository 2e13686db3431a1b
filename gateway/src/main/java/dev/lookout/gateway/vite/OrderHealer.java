package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.ViteChainEvent.AccountBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.AccountBlocksRemoved;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlocksRemoved;
import dev.lookout.model.vite.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts a node's notifications into the order in which the chain changed, and gives removals the content they come without.
 *
 * <p>A node announces insertions and removals through separate queues and may swap them (VITE 6.3). Per block, insertion and
 * removal alternate; what does not alternate tells of a swap:
 *
 * <ul>
 *   <li>insertion of a block that stands: its removal is on the way; the insertion waits and follows that removal;
 *   <li>removal of a block that is taken back already: its insertion is on the way; the removal waits and follows it;
 *   <li>removal of a block never seen: it stood before we began, so it is announced by its hash. If its insertion comes after
 *       all, and without content, it was gone by then: that insertion was overtaken and is dropped. One with content is a new
 *       insertion.
 * </ul>
 *
 * <p>Removals of one kind in a row are one undo. It ends with the next other row, or when the caller says so.
 *
 * <p>Memory: the last {@code remembered} blocks, standing or not; the removal of an older one is announced by its hash.
 *
 * <p>Thread: one at a time.
 */
final class OrderHealer {
    private final UndoOrder undoOrder;
    private final Consumer<ViteChainEvent> out;
    private final Map<Hash, Memory> blocks;
    private final List<Hash> undo = new ArrayList<>();
    private BlockKind undoKind = BlockKind.ACCOUNT;
    private long insertions;

    OrderHealer(int remembered, UndoOrder undoOrder, Consumer<ViteChainEvent> out) {
        this.undoOrder = undoOrder;
        this.out = out;
        this.blocks = new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Hash, Memory> eldest) {
                return size() > remembered;
            }
        };
    }

    void inserted(AccountBlockInserted block) {
        inserted(BlockKind.ACCOUNT, block.hash(), block.content());
    }

    void inserted(SnapshotBlockInserted block) {
        inserted(BlockKind.SNAPSHOT, block.hash(), block.content());
    }

    void removed(BlockKind kind, Hash hash) {
        if (kind != undoKind) {
            endUndo();
            undoKind = kind;
        }
        undo.add(hash);
    }

    /** What was removed so far is one undo: announces it. */
    void endUndo() {
        if (undo.isEmpty()) {
            return;
        }
        var taken = new ArrayList<Undone>(undo.size());
        var waiting = new ArrayList<Memory>();
        for (int listed = 0; listed < undo.size(); listed++) {
            takeBack(undo.get(listed), listed, taken, waiting);
        }
        undo.clear();
        announce(taken);
        for (Memory memory : waiting) {
            Object content = memory.heldInsertion;
            memory.insertionHeld = false;
            memory.heldInsertion = null;
            stand(memory, content);
        }
    }

    private void takeBack(Hash hash, int listed, List<Undone> taken, List<Memory> waiting) {
        Memory memory = blocks.get(hash);
        if (memory == null) {
            memory = new Memory(undoKind, hash);
            memory.neverSeen = true;
            blocks.put(hash, memory);
        } else if (!memory.stands) {
            memory.removalHeld = true;
            return;
        }
        memory.stands = false;
        taken.add(new Undone(memory, memory.order, listed));
        if (memory.insertionHeld) {
            waiting.add(memory);
        }
    }

    private void inserted(BlockKind kind, Hash hash, @Nullable Object content) {
        endUndo();
        Memory memory = blocks.get(hash);
        if (memory == null) {
            memory = new Memory(kind, hash);
            blocks.put(hash, memory);
        } else if (memory.stands) {
            memory.insertionHeld = true;
            memory.heldInsertion = content;
            return;
        } else if (memory.neverSeen && content == null) {
            memory.neverSeen = false;
            return;
        }
        stand(memory, content);
        if (memory.removalHeld) {
            memory.removalHeld = false;
            memory.stands = false;
            announce(List.of(new Undone(memory, memory.order, 0)));
        }
    }

    private void stand(Memory memory, @Nullable Object content) {
        memory.neverSeen = false;
        memory.stands = true;
        memory.order = ++insertions;
        // The hash covers the content: what it held when it was here before, it holds again.
        memory.content = content == null ? memory.content : content;
        out.accept(memory.insertion());
    }

    private void announce(List<Undone> taken) {
        if (taken.isEmpty()) {
            return;
        }
        var ordered = new ArrayList<>(taken);
        if (undoOrder == UndoOrder.NEWEST_FIRST) {
            ordered.sort(Comparator.comparingLong(Undone::order)
                    .thenComparingInt(Undone::listed)
                    .reversed());
        }
        if (ordered.get(0).memory.kind == BlockKind.SNAPSHOT) {
            out.accept(new SnapshotBlocksRemoved(
                    ordered.stream().map(one -> one.memory.snapshot()).toList()));
        } else {
            out.accept(new AccountBlocksRemoved(
                    ordered.stream().map(one -> one.memory.account()).toList()));
        }
    }

    /** A block on its way out: its place among all insertions (0 = before we began) and in the list of removals. */
    private record Undone(Memory memory, long order, int listed) {}

    /** What is known of one block. */
    private static final class Memory {
        private final BlockKind kind;
        private final Hash hash;
        private @Nullable Object
                content; // AccountBlockContent or SnapshotBlockContent by kind; null while only the hash is known
        private @Nullable Object heldInsertion;
        private long order;
        private boolean stands;
        private boolean neverSeen;
        private boolean insertionHeld;
        private boolean removalHeld;

        Memory(BlockKind kind, Hash hash) {
            this.kind = kind;
            this.hash = hash;
        }

        ViteChainEvent insertion() {
            return kind == BlockKind.SNAPSHOT ? snapshot() : account();
        }

        AccountBlockInserted account() {
            return new AccountBlockInserted(hash, (AccountBlockContent) content);
        }

        SnapshotBlockInserted snapshot() {
            return new SnapshotBlockInserted(hash, (SnapshotBlockContent) content);
        }
    }
}
