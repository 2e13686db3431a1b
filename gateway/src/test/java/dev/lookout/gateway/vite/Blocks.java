package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.AccountBlockContent.TriggeredSend;
import dev.lookout.gateway.vite.ViteChainEvent.AccountBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlockInserted;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Blocks for tests, named by a letter or number that shows in their hash. */
final class Blocks {
    /** A user. */
    static final Address U = Address.parse("vite_ab24ef68b84e642c0ddca06beec81c9acb1977bbd7da27a87a");
    /** A contract. */
    static final Address K = Address.parse("vite_79ac3daebdfed6947c0aaeacd418eadf38a94dddefbd4acec1");

    private Blocks() {}

    static Hash hash(String name) {
        var hex = new StringBuilder();
        name.chars().forEach(c -> hex.append(String.format(Locale.ROOT, "%02x", c)));
        return Hash.parse((hex + "0".repeat(64)).substring(0, 64));
    }

    static AccountBlockInserted send(String name, Address from, Address to, long height) {
        return block(2, name, from, to, Hash.ZERO, height, List.of(), List.of());
    }

    static AccountBlockInserted receive(String name, Address on, String send, long height, TriggeredSend... triggered) {
        return block(4, name, on, on, hash(send), height, List.of(triggered), List.of());
    }

    static AccountBlockInserted logs(String name, Address on, long height, VmLogContent... logs) {
        return block(4, name, on, on, hash("send of " + name), height, List.of(), List.of(logs));
    }

    static AccountBlockInserted block(
            int type,
            String name,
            Address on,
            Address to,
            Hash sendHash,
            long height,
            List<TriggeredSend> triggered,
            List<VmLogContent> logs) {
        Hash hash = hash(name);
        return new AccountBlockInserted(
                hash,
                new AccountBlockContent(
                        type, on, Height.of(height), hash, Hash.ZERO, to, sendHash, triggered, logs, "{}"));
    }

    static TriggeredSend triggered(String name, Address to) {
        return new TriggeredSend(hash(name), to);
    }

    static SnapshotBlockInserted snapshot(String name, long height) {
        Hash hash = hash(name);
        return new SnapshotBlockInserted(
                hash, new SnapshotBlockContent(hash, Hash.ZERO, Height.of(height), 0, List.of(), "{}"));
    }

    static VmLogContent log(String... topics) {
        return new VmLogContent(Arrays.stream(topics).map(Blocks::hash).toList(), null);
    }
}
