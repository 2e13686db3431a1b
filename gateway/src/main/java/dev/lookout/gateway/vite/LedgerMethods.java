package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.LedgerStore.StoredBlock;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ledger calls with which clients fill gaps (VITE 7.1), answered from a {@link LedgerStore}. */
final class LedgerMethods {
    private static final String NULL = "null";
    private static final String COUNT_LIMIT = "count must be less than 1000";
    private static final String RANGE_LIMIT = "height range must be less than 1000";
    static final BigInteger PAGE = BigInteger.valueOf(1000);
    private static final Height FIRST = Height.of(1);

    private final LedgerStore ledger;
    private final ViteOptions options;

    LedgerMethods(LedgerStore ledger, ViteOptions options) {
        this.ledger = ledger;
        this.options = options;
    }

    /** The work, by the name of its operation in the spec. */
    Map<String, Answer> byOperation() {
        var query = new LogQuery(ledger, options);
        return Map.ofEntries(
                Map.entry(
                        "snapshotChainHeight",
                        (p, as) -> latest(block -> block.height().toString(), "\"0\"")),
                Map.entry(
                        "latestSnapshotHash",
                        (p, as) -> latest(block -> block.hash().toString(), NULL)),
                Map.entry("latestSnapshotBlock", (p, as) -> snapshot(ledger.latestSnapshot())),
                Map.entry("snapshotBlockByHash", (p, as) -> snapshot(ledger.snapshot(p.hash(0)))),
                Map.entry("snapshotBlockByHeight", (p, as) -> snapshot(ledger.snapshot(p.height(0)))),
                Map.entry("snapshotBlocks", (p, as) -> snapshots(p.height(0), p.integer(1))),
                Map.entry("latestAccountBlock", (p, as) -> block(ledger.latestBlock(p.address(0)))),
                Map.entry("accountBlockByHash", (p, as) -> block(ledger.block(p.hash(0)))),
                Map.entry("accountBlockByHeight", (p, as) -> block(ledger.block(p.address(0), p.height(1)))),
                Map.entry(
                        "accountBlocks",
                        (p, as) -> accountBlocks(p.address(0), p.optionalHash(1), p.optionalToken(2), p.integer(3))),
                Map.entry("accountBlocksByAddress", (p, as) -> page(p.address(0), p.integer(1), p.integer(2))),
                Map.entry("accountBlocksDownFromHeight", (p, as) -> downFrom(p.address(0), p.height(1), p.integer(2))),
                Map.entry(
                        "accountBlocksByHeightRange", (p, as) -> heightRange(p.address(0), p.integer(1), p.integer(2))),
                Map.entry("unreceivedBlocksByAddress", (p, as) -> unreceived(p.address(0), p.integer(1), p.integer(2))),
                Map.entry("vmLogs", (p, as) -> vmLogs(p.hash(0))),
                Map.entry("queryLogs", (p, as) -> query.answer(p.logFilter(0), as)),
                Map.entry("chunks", (p, as) -> chunks(p.height(0), p.height(1), as)),
                Map.entry("allUnconfirmedBlocks", (p, as) -> rawBlocks(ledger.unconfirmed())),
                Map.entry("unconfirmedBlocks", (p, as) -> rawBlocks(unconfirmed(p.address(0)))));
    }

    /** Does the work of an operation. */
    interface Answer {
        /** @return the result as JSON text, in the shapes of the generation */
        String to(Params params, Generation as);
    }

    private String latest(Function<SnapshotBlockContent, String> text, String none) {
        return ledger.latestSnapshot()
                .map(block -> '"' + text.apply(block) + '"')
                .orElse(none);
    }

    private static String snapshot(Optional<SnapshotBlockContent> block) {
        return block.map(SnapshotBlockContent::json).orElse(NULL);
    }

    private static String block(Optional<StoredBlock> block) {
        return block.map(StoredBlock::json).orElse(NULL);
    }

    /** Descending from {@code height}; a negative count gets the error that a node owes (VITE 8.1, G13). */
    private String snapshots(Height height, BigInteger count) {
        requireCount(count, COUNT_LIMIT);
        if (height.isZero() || count.signum() == 0) {
            return NULL;
        }
        var found = new ArrayList<>(ledger.snapshots(lowest(height, count), height));
        java.util.Collections.reverse(found);
        return found.isEmpty()
                ? NULL
                : array(found.stream().map(SnapshotBlockContent::json).toList());
    }

    private String accountBlocks(Address address, Optional<Hash> start, Optional<String> token, BigInteger count) {
        requireCount(count, COUNT_LIMIT);
        if (token.isPresent()) {
            throw RpcFault.of("config.OpenPlugins is false, api can't work");
        }
        if (count.signum() == 0) {
            return NULL;
        }
        if (start.isEmpty()) {
            return blocksOrNull(ledger.blocks(address, Height.ZERO, Height.MAX, count.intValue()));
        }
        // The account is the start block's, whatever address was given (VITE 7.1).
        return ledger.block(start.get())
                .map(StoredBlock::content)
                .map(from -> blocksOrNull(ledger.blocks(from.address(), Height.ZERO, from.height(), count.intValue())))
                .orElse(NULL);
    }

    private String page(Address address, BigInteger index, BigInteger size) {
        requireCount(size, COUNT_LIMIT);
        requireNotNegative(index, "page index");
        Optional<StoredBlock> latest = ledger.latestBlock(address);
        if (latest.isEmpty() || size.signum() == 0) {
            return NULL;
        }
        BigInteger top = latest.get().content().height().toBigInteger().subtract(index.multiply(size));
        return top.signum() <= 0 ? NULL : downFrom(address, Height.of(top), size);
    }

    private String downFrom(Address address, Height height, BigInteger count) {
        requireCount(count, COUNT_LIMIT);
        if (height.isZero() || count.signum() == 0) {
            return NULL;
        }
        return blocksOrNull(ledger.blocks(address, lowest(height, count), height, count.intValue()));
    }

    private String heightRange(Address address, BigInteger from, BigInteger to) {
        if (from.compareTo(to) > 0 || to.subtract(from).compareTo(PAGE) > 0) {
            throw RpcFault.of(RANGE_LIMIT);
        }
        return blocksOrNull(ledger.blocks(address, Height.of(from), Height.of(to), 1001));
    }

    private String unreceived(Address address, BigInteger index, BigInteger size) {
        requireCount(size, COUNT_LIMIT);
        List<StoredBlock> all = ledger.unreceived(address);
        BigInteger skip = index.multiply(size);
        if (skip.compareTo(BigInteger.valueOf(all.size())) >= 0) {
            return "[]";
        }
        return blocks(all.subList(skip.intValue(), Math.min(all.size(), skip.intValue() + size.intValue())));
    }

    private String vmLogs(Hash hash) {
        AccountBlockContent content = ledger.block(hash)
                .map(StoredBlock::content)
                .filter(found -> found.hash().equals(hash))
                .orElseThrow(() -> RpcFault.of("get block failed"));
        return content.logs().isEmpty()
                ? NULL
                : array(content.logs().stream().map(ViteEncoder::bareLog).toList());
    }

    private String chunks(Height from, Height to, Generation generation) {
        if (from.compareTo(to) > 0) {
            throw RpcFault.of("startHeight must be less than endHeight");
        }
        if (to.toBigInteger().subtract(from.toBigInteger()).compareTo(PAGE) > 0) {
            throw RpcFault.of(RANGE_LIMIT);
        }
        return from.isZero()
                ? "[]"
                : array(ledger.snapshots(from, to).stream()
                        .map(block -> chunk(block, generation))
                        .toList());
    }

    private String chunk(SnapshotBlockContent snapshot, Generation generation) {
        List<StoredBlock> confirmed = ledger.confirmedBy(snapshot.hash());
        boolean old = generation == Generation.V1;
        String blocks = confirmed.isEmpty() ? NULL : old ? rawBlocks(confirmed) : blocks(confirmed);
        return "{\"" + (old ? "AccountBlocks" : "accountBlocks") + "\":" + blocks + ",\""
                + (old ? "SnapshotBlock" : "snapshotBlock") + "\":" + snapshot.json() + '}';
    }

    private List<StoredBlock> unconfirmed(Address address) {
        return ledger.unconfirmed().stream()
                .filter(block -> block.content().address().equals(address))
                .toList();
    }

    private static Height lowest(Height top, BigInteger count) {
        BigInteger lowest = top.toBigInteger().subtract(count).add(BigInteger.ONE);
        return lowest.signum() <= 0 ? FIRST : Height.of(lowest);
    }

    private static void requireCount(BigInteger count, String message) {
        requireNotNegative(count, "count");
        if (count.compareTo(PAGE) > 0) {
            throw RpcFault.of(message);
        }
    }

    private static void requireNotNegative(BigInteger value, String name) {
        if (value.signum() < 0) {
            throw RpcFault.of(name + " must not be negative");
        }
    }

    private static String blocksOrNull(List<StoredBlock> blocks) {
        return blocks.isEmpty() ? NULL : blocks(blocks);
    }

    private static String blocks(List<StoredBlock> blocks) {
        return array(blocks.stream().map(StoredBlock::json).toList());
    }

    private static String rawBlocks(List<StoredBlock> blocks) {
        return array(blocks.stream()
                .map(block -> BlockJson.raw(BlockJson.parse(block.json())).toJson())
                .toList());
    }

    private static String array(List<String> elements) {
        return elements.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
