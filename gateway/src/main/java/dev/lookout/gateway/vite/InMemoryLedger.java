package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.AccountBlockContent.TriggeredSend;
import dev.lookout.gateway.vite.SnapshotBlockContent.Confirmed;
import dev.lookout.gateway.vite.ViteChainEvent.AccountBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.AccountBlocksRemoved;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlocksRemoved;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LedgerStore} in memory, bounded: beyond {@code most} account blocks, or as many snapshot blocks, the oldest are
 * forgotten, and the calls answer as if the chain began after them.
 *
 * <p>Thread: any; one lock around everything.
 */
final class InMemoryLedger implements LedgerStore {
    private final int most;
    private final Map<Hash, Block> blocks = new LinkedHashMap<>(); // in the order in which they came
    private final Map<Address, NavigableMap<Height, Block>> chains = new HashMap<>();
    private final Map<Hash, Send> sends = new HashMap<>(); // triggered ones included
    private final Map<Hash, Block> receives = new HashMap<>(); // by the send they answer
    private final Map<Address, SortedSet<Hash>> unreceived = new HashMap<>();
    private final NavigableMap<Height, SnapshotBlockContent> snapshots = new TreeMap<>();
    private final Map<Hash, SnapshotBlockContent> snapshotsByHash = new HashMap<>();
    private final Map<Hash, List<Block>> confirmedBy = new HashMap<>();

    InMemoryLedger(int most) {
        this.most = most;
    }

    @Override
    public synchronized void apply(ViteChainEvent event) {
        if (event instanceof AccountBlockInserted inserted) {
            insert(inserted.content());
        } else if (event instanceof AccountBlocksRemoved removed) {
            removed.blocks().forEach(block -> remove(block.hash()));
        } else if (event instanceof SnapshotBlockInserted inserted) {
            insert(inserted.content());
        } else if (event instanceof SnapshotBlocksRemoved removed) {
            removed.blocks().forEach(block -> removeSnapshot(block.hash()));
        }
    }

    private void insert(@Nullable AccountBlockContent content) {
        if (content == null || blocks.containsKey(content.hash())) {
            return;
        }
        var block = new Block(content);
        blocks.put(content.hash(), block);
        chains.computeIfAbsent(content.address(), none -> new TreeMap<>()).put(content.height(), block);
        if (content.isReceive()) {
            receives.put(content.sendHash(), block);
            close(content.address(), content.sendHash());
        }
        if (content.isSend()) {
            open(content.hash(), content.toAddress(), block);
        }
        content.triggered().forEach(send -> open(send.hash(), send.toAddress(), block));
        if (blocks.size() > most) {
            remove(blocks.keySet().iterator().next());
        }
    }

    private void remove(Hash hash) {
        Block block = blocks.remove(hash);
        if (block == null) {
            return;
        }
        AccountBlockContent content = block.content;
        NavigableMap<Height, Block> chain = chains.get(content.address());
        if (chain != null && chain.get(content.height()) == block) {
            chain.remove(content.height());
            if (chain.isEmpty()) {
                chains.remove(content.address());
            }
        }
        if (content.isSend()) {
            forget(content.hash(), content.toAddress());
        }
        for (TriggeredSend send : content.triggered()) {
            forget(send.hash(), send.toAddress());
        }
        if (content.isReceive()
                && receives.remove(content.sendHash(), block)
                && sends.containsKey(content.sendHash())) {
            unreceived
                    .computeIfAbsent(content.address(), none -> new TreeSet<>())
                    .add(content.sendHash());
        }
        SnapshotBlockContent snapshot = block.confirmedBy;
        if (snapshot != null) {
            confirmedBy.getOrDefault(snapshot.hash(), new ArrayList<>()).remove(block);
        }
    }

    private void open(Hash send, Address recipient, Block host) {
        sends.put(send, new Send(host));
        if (!receives.containsKey(send)) {
            unreceived.computeIfAbsent(recipient, none -> new TreeSet<>()).add(send);
        }
    }

    private void forget(Hash send, Address recipient) {
        sends.remove(send);
        close(recipient, send);
    }

    private void close(Address recipient, Hash send) {
        SortedSet<Hash> open = unreceived.get(recipient);
        if (open != null && open.remove(send) && open.isEmpty()) {
            unreceived.remove(recipient);
        }
    }

    private void insert(@Nullable SnapshotBlockContent content) {
        if (content == null || snapshotsByHash.containsKey(content.hash())) {
            return;
        }
        snapshots.put(content.height(), content);
        snapshotsByHash.put(content.hash(), content);
        var confirmed = new ArrayList<Block>();
        for (Confirmed account : content.confirmed()) {
            confirmUpTo(account, content, confirmed);
        }
        if (!confirmed.isEmpty()) {
            confirmed.sort((one, other) -> Long.compare(one.order, other.order));
            confirmedBy.put(content.hash(), confirmed);
        }
        if (snapshots.size() > most) {
            removeSnapshot(snapshots.firstEntry().getValue().hash());
        }
    }

    private void confirmUpTo(Confirmed account, SnapshotBlockContent snapshot, List<Block> confirmed) {
        NavigableMap<Height, Block> chain = chains.getOrDefault(account.address(), Collections.emptyNavigableMap());
        for (Block block : chain.headMap(account.height(), true).descendingMap().values()) {
            if (block.confirmedBy != null) {
                return;
            }
            block.confirmedBy = snapshot;
            confirmed.add(block);
        }
    }

    private void removeSnapshot(Hash hash) {
        SnapshotBlockContent gone = snapshotsByHash.remove(hash);
        if (gone == null) {
            return;
        }
        snapshots.remove(gone.height(), gone);
        Optional.ofNullable(confirmedBy.remove(hash)).ifPresent(all -> all.forEach(block -> block.confirmedBy = null));
    }

    @Override
    public synchronized Optional<SnapshotBlockContent> latestSnapshot() {
        return Optional.ofNullable(snapshots.lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public synchronized Optional<SnapshotBlockContent> snapshot(Hash hash) {
        return Optional.ofNullable(snapshotsByHash.get(hash));
    }

    @Override
    public synchronized Optional<SnapshotBlockContent> snapshot(Height height) {
        return Optional.ofNullable(snapshots.get(height));
    }

    @Override
    public synchronized List<SnapshotBlockContent> snapshots(Height from, Height to) {
        return from.compareTo(to) > 0
                ? List.of()
                : List.copyOf(snapshots.subMap(from, true, to, true).values());
    }

    @Override
    public synchronized Optional<StoredBlock> latestBlock(Address address) {
        NavigableMap<Height, Block> chain = chains.get(address);
        return chain == null
                ? Optional.empty()
                : Optional.of(stored(chain.lastEntry().getValue()));
    }

    @Override
    public synchronized Optional<StoredBlock> block(Hash hash) {
        Block block = blocks.get(hash);
        if (block != null) {
            return Optional.of(stored(block));
        }
        return Optional.ofNullable(sends.get(hash)).map(send -> triggered(send.host, hash));
    }

    @Override
    public synchronized Optional<StoredBlock> block(Address address, Height height) {
        return Optional.ofNullable(chains.getOrDefault(address, Collections.emptyNavigableMap())
                        .get(height))
                .map(this::stored);
    }

    @Override
    public synchronized List<StoredBlock> blocks(Address address, Height from, Height to, int limit) {
        if (from.compareTo(to) > 0) {
            return List.of();
        }
        Collection<Block> found = chains.getOrDefault(address, Collections.emptyNavigableMap())
                .subMap(from, true, to, true)
                .descendingMap()
                .values();
        var page = new ArrayList<StoredBlock>();
        for (Iterator<Block> all = found.iterator(); all.hasNext() && page.size() < limit; ) {
            page.add(stored(all.next()));
        }
        return page;
    }

    @Override
    public synchronized List<StoredBlock> unreceived(Address address) {
        return unreceived.getOrDefault(address, Collections.emptySortedSet()).stream()
                .map(hash -> block(hash).orElseThrow())
                .toList();
    }

    @Override
    public synchronized List<StoredBlock> confirmedBy(Hash snapshotHash) {
        return confirmedBy.getOrDefault(snapshotHash, List.of()).stream()
                .map(this::stored)
                .toList();
    }

    @Override
    public synchronized List<StoredBlock> unconfirmed() {
        return blocks.values().stream()
                .filter(block -> block.confirmedBy == null)
                .map(this::stored)
                .toList();
    }

    private StoredBlock stored(Block block) {
        return new StoredBlock(
                block.content, BlockJson.withNews(block.content.json(), news(block, block.content.hash())));
    }

    private StoredBlock triggered(Block host, Hash hash) {
        String json = BlockJson.triggeredSend(host.content.json(), hash);
        return new StoredBlock(host.content, BlockJson.withNews(json, news(host, hash)));
    }

    private BlockJson.News news(Block block, Hash hash) {
        Block receive = receives.get(hash);
        return new BlockJson.News(
                Optional.ofNullable(block.confirmedBy),
                latestSnapshot().map(SnapshotBlockContent::height).orElse(Height.ZERO),
                Optional.ofNullable(receive).map(one -> one.content));
    }

    private long nextOrder;

    /** An account block and what later events said of it. */
    private final class Block {
        private final AccountBlockContent content;
        private final long order = nextOrder++;
        private @Nullable SnapshotBlockContent confirmedBy; // null while unconfirmed

        Block(AccountBlockContent content) {
            this.content = content;
        }
    }

    /**
     * A send that stands.
     *
     * @param host the block itself, or the receive that triggered it
     */
    private record Send(Block host) {}
}
