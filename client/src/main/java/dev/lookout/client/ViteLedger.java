package dev.lookout.client;

import dev.lookout.model.ProtocolViolationException;
import dev.lookout.model.StreamException;
import dev.lookout.model.vite.AccountBlock;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Chunk;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import dev.lookout.model.vite.LedgerVmLog;
import dev.lookout.model.vite.SnapshotBlock;
import dev.lookout.model.vite.VmLog;
import dev.lookout.model.vite.VmLogFilter;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonCodec;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonNumber;
import dev.lookout.transport.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The calls that read a node's ledger (VITE section 7.1).
 *
 * <p>What does not exist is an empty {@link Optional} or list. Futures fail with {@link dev.lookout.model.RemoteErrorException}, {@link
 * dev.lookout.model.RequestTimedOutException}, {@link dev.lookout.model.ConnectionLostException}, or {@link ProtocolViolationException}
 * when the answer does not fit the protocol.
 *
 * <p>Thread: any; futures complete on the executor of the client's options.
 */
public final class ViteLedger {
    /** Most elements that one call may ask for. */
    public static final int MAX_COUNT = 1000;

    private final RpcCalls rpc;
    private final JsonCodec codec;
    private final Executor callbacks;

    ViteLedger(RpcCalls rpc, JsonCodec codec, Executor callbacks) {
        this.rpc = rpc;
        this.codec = codec;
        this.callbacks = callbacks;
    }

    /** Height of the newest snapshot block. */
    public CompletableFuture<Height> snapshotChainHeight() {
        return one("ledger_getSnapshotChainHeight", Height.class);
    }

    /** Hash of the newest snapshot block. */
    public CompletableFuture<Hash> latestSnapshotHash() {
        return one("ledger_getLatestSnapshotHash", Hash.class);
    }

    public CompletableFuture<SnapshotBlock> latestSnapshotBlock() {
        return one("ledger_getLatestSnapshotBlock", SnapshotBlock.class);
    }

    public CompletableFuture<Optional<SnapshotBlock>> snapshotBlock(Hash hash) {
        return maybe("ledger_getSnapshotBlockByHash", SnapshotBlock.class, text(hash));
    }

    public CompletableFuture<Optional<SnapshotBlock>> snapshotBlock(Height height) {
        return maybe("ledger_getSnapshotBlockByHeight", SnapshotBlock.class, text(height));
    }

    /**
     * Snapshot blocks from {@code highest} downwards, highest first; heights above the tip are missing, not an error.
     *
     * @param count 0 to {@value #MAX_COUNT}
     */
    public CompletableFuture<List<SnapshotBlock>> snapshotBlocks(Height highest, int count) {
        return list("ledger_getSnapshotBlocks", SnapshotBlock.class, text(highest), count(count));
    }

    /** The newest block of an account; empty if it has none. */
    public CompletableFuture<Optional<AccountBlock>> latestAccountBlock(Address address) {
        return maybe("ledger_getLatestAccountBlock", AccountBlock.class, text(address));
    }

    /** Also finds the sends that a contract triggered; their height is 0. */
    public CompletableFuture<Optional<AccountBlock>> accountBlock(Hash hash) {
        return maybe("ledger_getAccountBlockByHash", AccountBlock.class, text(hash));
    }

    public CompletableFuture<Optional<AccountBlock>> accountBlock(Address address, Height height) {
        return maybe("ledger_getAccountBlockByHeight", AccountBlock.class, text(address), text(height));
    }

    /**
     * The newest blocks of an account, newest first.
     *
     * @param count 0 to {@value #MAX_COUNT}
     */
    public CompletableFuture<List<AccountBlock>> accountBlocks(Address address, int count) {
        return list(
                "ledger_getAccountBlocks",
                AccountBlock.class,
                text(address),
                JsonNull.NULL,
                JsonNull.NULL,
                count(count));
    }

    /**
     * Blocks of an account from {@code start} downwards, {@code start} first; empty if it is unknown.
     *
     * @param count 0 to {@value #MAX_COUNT}
     */
    public CompletableFuture<List<AccountBlock>> accountBlocks(Address address, Hash start, int count) {
        return list(
                "ledger_getAccountBlocks", AccountBlock.class, text(address), text(start), JsonNull.NULL, count(count));
    }

    /**
     * Blocks of an account between two heights, both included, highest first; heights above the tip are missing.
     *
     * @param last not below {@code first} and at most {@value #MAX_COUNT} above it
     */
    public CompletableFuture<List<AccountBlock>> accountBlocksBetween(Address address, Height first, Height last) {
        return list(
                "ledger_getAccountBlocksByHeightRange",
                AccountBlock.class,
                text(address),
                JsonNumber.of(first.toBigInteger()),
                JsonNumber.of(last.toBigInteger()));
    }

    /**
     * A page of the account's blocks, newest first; pages shift when blocks arrive.
     *
     * @param size 0 to {@value #MAX_COUNT}
     */
    public CompletableFuture<List<AccountBlock>> accountBlocksPage(Address address, int page, int size) {
        return list(
                "ledger_getAccountBlocksByAddress", AccountBlock.class, text(address), JsonValue.of(page), count(size));
    }

    /**
     * A page of the blocks sent to an account and not received yet, by hash; pages shift when blocks come and go.
     *
     * @param size 0 to {@value #MAX_COUNT}
     */
    public CompletableFuture<List<AccountBlock>> unreceivedBlocks(Address address, int page, int size) {
        return list(
                "ledger_getUnreceivedBlocksByAddress",
                AccountBlock.class,
                text(address),
                JsonValue.of(page),
                count(size));
    }

    /** The logs of one block in order of emission; a node that keeps no logs answers as if there were none. */
    public CompletableFuture<List<VmLog>> vmLogs(Hash accountBlock) {
        return list("ledger_getVmLogs", VmLog.class, text(accountBlock));
    }

    /**
     * Logs that match a filter, by height, then in order of emission.
     *
     * <p>Ask for one address at a time: real nodes mix up the answers for several. A {@code fromHeight} of 0, or one above the tip, gives
     * the newest block's logs (VITE section 4.3).
     */
    public CompletableFuture<List<LedgerVmLog>> vmLogs(VmLogFilter filter) {
        return list("ledger_getVmLogsByFilter", LedgerVmLog.class, codec.toTree(filter));
    }

    /**
     * Snapshot blocks between two heights, both included, lowest first, each with the account blocks that it confirmed, oldest first.
     *
     * @param last not below {@code first} and at most {@value #MAX_COUNT} above it; cut off at the tip
     */
    public CompletableFuture<List<Chunk>> chunks(Height first, Height last) {
        return list("ledger_getChunksV2", Chunk.class, text(first), text(last));
    }

    private <T> CompletableFuture<T> one(String method, Class<T> type) {
        return call(method, answer -> codec.fromTree(answer, type));
    }

    private <T> CompletableFuture<Optional<T>> maybe(String method, Class<T> type, JsonValue... params) {
        return call(
                method,
                answer -> answer == JsonNull.NULL ? Optional.empty() : Optional.of(codec.fromTree(answer, type)),
                params);
    }

    private <T> CompletableFuture<List<T>> list(String method, Class<T> type, JsonValue... params) {
        return call(method, answer -> codec.listFromTree(answer, type), params);
    }

    private <T> CompletableFuture<T> call(String method, Function<JsonValue, T> read, JsonValue... params) {
        // handleAsync, not thenApplyAsync: that one completes failures on the reader's thread.
        return rpc.call(method, JsonArray.of(params))
                .handleAsync(
                        (answer, failure) -> {
                            if (failure != null) {
                                throw PushStream.streamException(failure);
                            }
                            try {
                                return read.apply(answer);
                            } catch (IllegalArgumentException e) {
                                throw unreadable(method, e);
                            }
                        },
                        callbacks);
    }

    private static StreamException unreadable(String method, IllegalArgumentException why) {
        return new ProtocolViolationException(
                "VITE-LEDGER-1", "The answer to " + method + " cannot be read: " + why.getMessage(), why);
    }

    private static JsonValue text(Object value) {
        return JsonValue.of(value.toString());
    }

    private static JsonValue count(int count) {
        if (count < 0 || count > MAX_COUNT) {
            // A negative count makes a real node load the whole chain (VITE section 8.1, G13).
            throw new IllegalArgumentException("count must be 0 to " + MAX_COUNT + ", is " + count);
        }
        return JsonValue.of(count);
    }
}
