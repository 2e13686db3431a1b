package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.AccountBlockContent.TriggeredSend;
import dev.lookout.gateway.vite.ViteChainEvent.AccountBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.AccountBlocksRemoved;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlocksRemoved;
import dev.lookout.gateway.vite.ViteMessages.AccountMessage;
import dev.lookout.gateway.vite.ViteMessages.AccountMessageOf;
import dev.lookout.gateway.vite.ViteMessages.LogMessage;
import dev.lookout.gateway.vite.ViteMessages.SnapshotMessage;
import dev.lookout.gateway.vite.ViteMessages.UnreceivedMessage;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From a chain event to the messages of the five topics (VITE section 6.2). A pure function: the same event always says the
 * same, which is what lets a polling filter read the log again.
 *
 * <p>A block of which only the hash is known is announced where the hash is enough: on {@code newAccountBlock}. The other
 * topics need an address or a height and stay silent about it, on removal as on insertion (ADR 41).
 *
 * <p>Thread: any; it holds nothing.
 */
final class ViteDerivation {
    private final List<SnapshotMessage> snapshots = new ArrayList<>();
    private final List<AccountMessage> accounts = new ArrayList<>();
    private final List<AccountMessageOf> accountsByAddress = new ArrayList<>();
    private final List<UnreceivedMessage> unreceived = new ArrayList<>();
    private final List<LogMessage> logs = new ArrayList<>();

    private ViteDerivation() {}

    static ViteMessages of(ViteChainEvent event) {
        var derivation = new ViteDerivation();
        if (event instanceof SnapshotBlockInserted snapshot) {
            derivation.snapshot(snapshot, false);
        } else if (event instanceof SnapshotBlocksRemoved removal) {
            removal.blocks().forEach(block -> derivation.snapshot(block, true));
        } else if (event instanceof AccountBlockInserted block) {
            derivation.inserted(block);
        } else if (event instanceof AccountBlocksRemoved removal) {
            derivation.removed(removal.blocks());
        }
        return new ViteMessages(
                derivation.snapshots,
                derivation.accounts,
                derivation.accountsByAddress,
                derivation.unreceived,
                derivation.logs);
    }

    private void snapshot(SnapshotBlockInserted block, boolean removed) {
        SnapshotBlockContent content = block.content();
        if (content != null) {
            snapshots.add(new SnapshotMessage(block.hash(), content.height(), removed));
        }
    }

    private void inserted(AccountBlockInserted block) {
        account(block, false);
        AccountBlockContent content = block.content();
        if (content == null) {
            return;
        }
        if (content.isSend()) {
            unreceived.add(new UnreceivedMessage(content.toAddress(), content.hash(), false, false));
        } else if (content.isReceive()) {
            unreceived.add(new UnreceivedMessage(content.address(), content.sendHash(), true, false));
        }
        for (TriggeredSend send : content.triggered()) {
            unreceived.add(new UnreceivedMessage(send.toAddress(), send.hash(), false, false));
        }
    }

    /** The four steps of "On a delete of a set of blocks". */
    private void removed(List<AccountBlockInserted> blocks) {
        blocks.forEach(block -> account(block, true));
        Map<Hash, Address> vanishing = vanishingSends(blocks);
        for (AccountBlockInserted block : blocks) {
            AccountBlockContent content = block.content();
            if (content != null && content.isReceive()) {
                boolean sendGoesToo = vanishing.remove(content.sendHash()) != null;
                if (!sendGoesToo) {
                    unreceived.add(new UnreceivedMessage(content.address(), content.sendHash(), false, false));
                }
            }
        }
        vanishing.forEach((hash, recipient) -> unreceived.add(new UnreceivedMessage(recipient, hash, false, true)));
    }

    private void account(AccountBlockInserted block, boolean removed) {
        accounts.add(new AccountMessage(block.hash(), removed));
        AccountBlockContent content = block.content();
        if (content != null) {
            accountsByAddress.add(new AccountMessageOf(content.address(), block.hash(), content.height(), removed));
            for (VmLogContent log : content.logs()) {
                logs.add(new LogMessage(block.hash(), content.height(), content.address(), log, removed));
            }
        }
    }

    private static Map<Hash, Address> vanishingSends(List<AccountBlockInserted> blocks) {
        var vanishing = new LinkedHashMap<Hash, Address>();
        for (AccountBlockInserted block : blocks) {
            @Nullable AccountBlockContent content = block.content();
            if (content == null) {
                continue;
            }
            if (content.isSend()) {
                vanishing.put(content.hash(), content.toAddress());
            }
            content.triggered().forEach(send -> vanishing.put(send.hash(), send.toAddress()));
        }
        return vanishing;
    }
}
