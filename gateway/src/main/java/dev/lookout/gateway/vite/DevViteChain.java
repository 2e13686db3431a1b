package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.AccountBlockContent.TriggeredSend;
import dev.lookout.gateway.vite.DevBlockWriter.Draft;
import dev.lookout.gateway.vite.SnapshotBlockContent.Confirmed;
import dev.lookout.gateway.vite.ViteChainEvent.AccountBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.AccountBlocksRemoved;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlocksRemoved;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A made-up Vite chain: users send to each other and to contracts, contracts receive at once, log and sometimes send on,
 * snapshot blocks confirm, and now and then the newest snapshot blocks and what came after them are rolled back and most of it
 * is inserted again. Heights, hashes and the balance of sends and receives are those of a real chain; the same options make
 * the same events.
 *
 * <p>Memory: the blocks of the last few snapshot blocks, which is as deep as it rolls back, and the sends not yet received.
 *
 * <p>Not for several threads; knows no clock.
 */
final class DevViteChain {
    private static final int USERS = 8;
    private static final int BLOCKS_PER_SNAPSHOT = 10;
    private static final int DEEPEST_ROLLBACK = 3;
    private static final int MOST_OPEN_SENDS = 200;
    private static final long GENESIS_SECONDS = 1_700_000_000L;
    private static final long AMOUNT = 1_000_000L;

    private final DevOptions options;
    private final Random random;
    private final DevBlockWriter writer;
    private final List<Address> users = new ArrayList<>();
    private final List<Address> contracts = new ArrayList<>();
    private final Map<Address, AccountBlockContent> tips = new HashMap<>();
    private final Map<Hash, OpenSend> open = new LinkedHashMap<>();
    private final Deque<Epoch> epochs = new ArrayDeque<>(); // newest last; each begins after a snapshot block
    private long nonce;
    private int sinceSnapshot;

    DevViteChain(DevOptions options) {
        this.options = options;
        this.random = new Random(options.seed());
        this.writer = new DevBlockWriter(options.seed());
        for (int i = 0; i < USERS; i++) {
            users.add(writer.user(i));
        }
        for (int i = 0; i < options.contracts(); i++) {
            contracts.add(writer.contract(i));
        }
        epochs.add(new Epoch(writer.snapshot(Height.of(1), Hash.ZERO, GENESIS_SECONDS, List.of(), 0), tips));
    }

    /** The users' addresses: who sends, and who receives what contracts send on. */
    List<Address> users() {
        return Collections.unmodifiableList(users);
    }

    /** The contracts' addresses: whose receives log. */
    List<Address> contracts() {
        return Collections.unmodifiableList(contracts);
    }

    /** What happens next: one or a few events, in the order in which they are to be announced. */
    List<ViteChainEvent> next() {
        var events = new ArrayList<ViteChainEvent>();
        if (sinceSnapshot >= BLOCKS_PER_SNAPSHOT) {
            sinceSnapshot = 0;
            snapshot(events);
            if (random.nextDouble() < options.reorgs()) {
                rollBack(1 + random.nextInt(DEEPEST_ROLLBACK), events);
            }
            return events;
        }
        sinceSnapshot++;
        OpenSend waiting = nextToReceive();
        events.add(insert(waiting == null ? send() : receive(waiting)));
        return events;
    }

    private @Nullable OpenSend nextToReceive() {
        boolean full = open.size() >= MOST_OPEN_SENDS;
        for (OpenSend send : open.values()) {
            if (send.toContract || full || random.nextInt(3) == 0) {
                return send;
            }
        }
        return null;
    }

    private AccountBlockContent send() {
        Address from = users.get(random.nextInt(users.size()));
        Address to = random.nextInt(10) < 6
                ? contracts.get(random.nextInt(contracts.size()))
                : users.get(random.nextInt(users.size()));
        return writer.account(draft(2, from, from, to, Hash.ZERO, List.of(), List.of()));
    }

    private AccountBlockContent receive(OpenSend send) {
        if (!send.toContract) {
            return writer.account(draft(4, send.to, send.from, send.to, send.hash, List.of(), List.of()));
        }
        int type = random.nextInt(20) == 0 ? 5 : 4;
        List<VmLogContent> logs = type == 5 ? List.of() : logs();
        List<Address> triggered =
                type == 4 && random.nextInt(4) == 0 ? List.of(users.get(random.nextInt(users.size()))) : List.of();
        return writer.account(draft(type, send.to, send.from, send.to, send.hash, logs, triggered));
    }

    private Draft draft(
            int type,
            Address address,
            Address from,
            Address to,
            Hash sendHash,
            List<VmLogContent> logs,
            List<Address> triggered) {
        AccountBlockContent tip = tips.get(address);
        Height height = tip == null ? Height.of(1) : tip.height().next();
        Hash previous = tip == null ? Hash.ZERO : tip.hash();
        return new Draft(type, address, height, previous, from, to, sendHash, AMOUNT, ++nonce, logs, triggered);
    }

    /** Zero to three logs, each with zero to four topics. */
    private List<VmLogContent> logs() {
        var logs = new ArrayList<VmLogContent>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var topics = new ArrayList<Hash>();
            for (int position = random.nextInt(5) - 1; position >= 0; position--) {
                topics.add(0, writer.topic(position, random.nextInt(options.topics())));
            }
            var data = new byte[32];
            random.nextBytes(data);
            logs.add(new VmLogContent(topics, Base64.getEncoder().encodeToString(data)));
        }
        return logs;
    }

    private ViteChainEvent insert(AccountBlockContent block) {
        stand(block);
        epochs.getLast().blocks.add(block);
        return new AccountBlockInserted(block.hash(), block);
    }

    private void stand(AccountBlockContent block) {
        tips.put(block.address(), block);
        if (block.isSend()) {
            boolean toContract = contracts.contains(block.toAddress());
            open.put(block.hash(), new OpenSend(block.hash(), block.address(), block.toAddress(), toContract));
        }
        if (block.isReceive()) {
            OpenSend received = open.remove(block.sendHash());
            if (received != null) {
                epochs.getLast().received.put(block.hash(), received);
            }
        }
        for (TriggeredSend send : block.triggered()) {
            open.put(send.hash(), new OpenSend(send.hash(), block.address(), send.toAddress(), false));
        }
    }

    private void snapshot(List<ViteChainEvent> events) {
        Epoch ending = epochs.getLast();
        var newest = new LinkedHashMap<Address, AccountBlockContent>();
        ending.blocks.forEach(block -> newest.put(block.address(), block));
        List<Confirmed> confirmed = newest.values().stream()
                .map(block -> new Confirmed(block.address(), block.height(), block.hash()))
                .toList();
        SnapshotBlockContent tip = ending.begin;
        SnapshotBlockContent block =
                writer.snapshot(tip.height().next(), tip.hash(), tip.timestamp() + 1, confirmed, ++nonce);
        epochs.add(new Epoch(block, tips));
        while (epochs.size() > DEEPEST_ROLLBACK + 1) {
            epochs.removeFirst();
        }
        events.add(new SnapshotBlockInserted(block.hash(), block));
    }

    /** Takes the newest snapshot blocks back, and the account blocks that came after the one below them. */
    private void rollBack(int depth, List<ViteChainEvent> events) {
        var snapshots = new ArrayList<SnapshotBlockInserted>();
        var blocks = new ArrayList<AccountBlockInserted>();
        var gone = new ArrayList<AccountBlockContent>();
        while (snapshots.size() < depth && epochs.size() > 1) {
            SnapshotBlockContent snapshot = epochs.getLast().begin;
            undo(epochs.removeLast(), blocks, gone);
            snapshots.add(new SnapshotBlockInserted(snapshot.hash(), snapshot));
        }
        Epoch reopened = epochs.removeLast();
        undo(reopened, blocks, gone);
        epochs.add(new Epoch(reopened.begin, tips));
        events.add(new SnapshotBlocksRemoved(snapshots));
        if (!blocks.isEmpty()) {
            events.add(new AccountBlocksRemoved(blocks));
        }
        Collections.reverse(gone);
        redo(gone, events);
    }

    private void undo(Epoch epoch, List<AccountBlockInserted> removed, List<AccountBlockContent> gone) {
        var newestFirst = new ArrayList<>(epoch.blocks);
        Collections.reverse(newestFirst);
        for (AccountBlockContent block : newestFirst) {
            removed.add(new AccountBlockInserted(block.hash(), block));
            gone.add(block);
            open.remove(block.hash());
            block.triggered().forEach(send -> open.remove(send.hash()));
            OpenSend received = epoch.received.get(block.hash());
            if (received != null) {
                open.put(received.hash, received);
            }
        }
        tips.clear();
        tips.putAll(epoch.tips);
    }

    /** Inserts most of what was taken back again, oldest first; what builds on a block left out is left out too. */
    private void redo(List<AccountBlockContent> oldestFirst, List<ViteChainEvent> events) {
        Set<Address> cut = new HashSet<>();
        for (AccountBlockContent block : oldestFirst) {
            boolean unsupported = block.isReceive() && !open.containsKey(block.sendHash());
            if (cut.contains(block.address()) || unsupported || random.nextInt(5) == 0) {
                cut.add(block.address());
            } else {
                events.add(insert(block));
            }
        }
    }

    /** A send that nobody has received. */
    private record OpenSend(Hash hash, Address from, Address to, boolean toContract) {}

    /** The time from one snapshot block to the next. */
    private static final class Epoch {
        private final SnapshotBlockContent begin;
        private final Map<Address, AccountBlockContent> tips; // as they were when it began
        private final List<AccountBlockContent> blocks = new ArrayList<>();
        private final Map<Hash, OpenSend> received = new HashMap<>(); // by the receive's hash

        Epoch(SnapshotBlockContent begin, Map<Address, AccountBlockContent> tips) {
            this.begin = begin;
            this.tips = new HashMap<>(tips);
        }
    }
}
