package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.LedgerStore.StoredBlock;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ledger calls with which clients fill gaps (VITE 7.1), answered from a {@link LedgerStore}. */
final class LedgerMethods {
    private static final String NULL = "null";
    private static final String COUNT_LIMIT = "count must be less than 1000";
    private static final String RANGE_LIMIT = "height range must be less than 1000";
    private static final BigInteger PAGE = BigInteger.valueOf(1000);
    private static final Height FIRST = Height.of(1);

    private final LedgerStore ledger;
    private final ViteOptions options;

    LedgerMethods(LedgerStore ledger, ViteOptions options) {
        this.ledger = ledger;
        this.options = options;
    }

    List<RpcMethod> methods() {
        return List.of(
                method(
                        "ledger_getSnapshotChainHeight",
                        p -> ledger.latestSnapshot()
                                .map(block -> '"' + block.height().toString() + '"')
                                .orElse("\"0\"")),
                method(
                        "ledger_getLatestSnapshotHash",
                        p -> ledger.latestSnapshot()
                                .map(block -> '"' + block.hash().toString() + '"')
                                .orElse(NULL)),
                method("ledger_getLatestSnapshotBlock", p -> snapshot(ledger.latestSnapshot())),
                method("ledger_getSnapshotBlockByHash", p -> snapshot(ledger.snapshot(p.hash(0))), ParamType.HASH),
                method(
                        "ledger_getSnapshotBlockByHeight",
                        p -> snapshot(ledger.snapshot(p.height(0))),
                        ParamType.HEIGHT),
                method(
                        "ledger_getSnapshotBlocks",
                        p -> snapshots(p.height(0), p.integer(1)),
                        ParamType.HEIGHT,
                        ParamType.INT),
                method("ledger_getLatestAccountBlock", p -> block(ledger.latestBlock(p.address(0))), ParamType.ADDRESS),
                method("ledger_getAccountBlockByHash", p -> block(ledger.block(p.hash(0))), ParamType.HASH),
                method(
                        "ledger_getAccountBlockByHeight",
                        p -> block(ledger.block(p.address(0), p.height(1))),
                        ParamType.ADDRESS,
                        ParamType.HEIGHT),
                method(
                        "ledger_getAccountBlocks",
                        p -> accountBlocks(p.address(0), p.optionalHash(1), p.optionalToken(2), p.integer(3)),
                        ParamType.ADDRESS,
                        ParamType.OPTIONAL_HASH,
                        ParamType.OPTIONAL_TOKEN,
                        ParamType.UINT64),
                method(
                        "ledger_getAccountBlocksByAddress",
                        p -> page(p.address(0), p.integer(1), p.integer(2)),
                        ParamType.ADDRESS,
                        ParamType.INT,
                        ParamType.INT),
                method(
                        "ledger_getBlocksByHeight",
                        p -> downFrom(p.address(0), p.height(1), p.integer(2)),
                        ParamType.ADDRESS,
                        ParamType.HEIGHT,
                        ParamType.UINT64),
                method(
                        "ledger_getAccountBlocksByHeightRange",
                        p -> heightRange(p.address(0), p.integer(1), p.integer(2)),
                        ParamType.ADDRESS,
                        ParamType.UINT64,
                        ParamType.UINT64),
                method(
                        "ledger_getUnreceivedBlocksByAddress",
                        p -> unreceived(p.address(0), p.integer(1), p.integer(2)),
                        ParamType.ADDRESS,
                        ParamType.UINT64,
                        ParamType.UINT64),
                method("ledger_getVmLogs", p -> vmLogs(p.hash(0)), ParamType.HASH),
                method(
                        "ledger_getVmLogsByFilter",
                        p -> new LogQuery(ledger, options).answer(p.logFilter(0), Generation.V2),
                        ParamType.LOG_FILTER),
                method(
                        "subscribe_getLogs",
                        p -> new LogQuery(ledger, options).answer(p.logFilter(0), Generation.V1),
                        ParamType.LOG_FILTER_V1),
                method(
                        "ledger_getChunksV2",
                        p -> chunks(p.height(0), p.height(1), Generation.V2),
                        ParamType.HEIGHT,
                        ParamType.HEIGHT),
                method(
                        "ledger_getChunks",
                        p -> chunks(p.height(0), p.height(1), Generation.V1),
                        ParamType.HEIGHT,
                        ParamType.HEIGHT),
                method("ledger_getAllUnconfirmedBlocks", p -> rawBlocks(ledger.unconfirmed())),
                method("ledger_getUnconfirmedBlocks", p -> rawBlocks(unconfirmed(p.address(0))), ParamType.ADDRESS));
    }

    private interface Answer {
        String to(Params params);
    }

    private static RpcMethod method(String name, Answer answer, ParamType... params) {
        return new RpcMethod(name, List.of(params), (given, requestId) -> answer.to(given));
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
