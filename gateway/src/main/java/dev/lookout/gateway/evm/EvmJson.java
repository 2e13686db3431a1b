package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmBytes;
import dev.lookout.transport.JsonBoolean;
import dev.lookout.transport.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a block and its receipts as a node answers them. Members that are not needed may be missing. */
public final class EvmJson {
    private EvmJson() {}

    /**
     * @param block answer to {@code eth_getBlockByHash} with full transactions
     * @param receipts answer to {@code eth_getBlockReceipts}
     * @throws InvalidEvmDataException naming the member that is missing or malformed
     */
    public static EvmBlock block(JsonValue block, JsonValue receipts) {
        var members = EvmMembers.of(block, "block");
        var transactions = new ArrayList<EvmTransaction>();
        for (var transaction : members.objects("transactions")) {
            transactions.add(transaction(transaction));
        }
        return new EvmBlock(
                members.longQuantity("number"),
                members.hash("hash"),
                members.hash("parentHash"),
                members.longQuantity("timestamp"),
                members.optionalQuantity("baseFeePerGas"),
                transactions,
                receipts(receipts));
    }

    static List<EvmReceipt> receipts(JsonValue json) {
        var receipts = new ArrayList<EvmReceipt>();
        for (var receipt : EvmMembers.objects(json, "receipts")) {
            receipts.add(receipt(receipt));
        }
        return receipts;
    }

    static EvmTransaction transaction(EvmMembers members) {
        return new EvmTransaction(
                members.hash("hash"),
                members.intQuantity("transactionIndex"),
                members.address("from"),
                members.optionalAddress("to"),
                input(members),
                orZero(members, "gas"),
                members.optionalQuantity("gasPrice"),
                members.optionalQuantity("maxFeePerGas"),
                members.optionalQuantity("maxPriorityFeePerGas"),
                orZero(members, "value"),
                members.has("type") ? members.intQuantity("type") : 0);
    }

    static EvmReceipt receipt(EvmMembers members) {
        var logs = new ArrayList<EvmLog>();
        for (var log : members.objects("logs")) {
            // Decision D-31: a retracted log is the business of the block's removal.
            if (log.object().get("removed") != JsonBoolean.TRUE) {
                logs.add(log(log, members));
            }
        }
        return new EvmReceipt(
                members.hash("transactionHash"),
                status(members),
                members.quantity("gasUsed"),
                members.optionalQuantity("effectiveGasPrice"),
                members.optionalAddress("contractAddress"),
                logs);
    }

    /** @param receipt that the log stands in: it tells what the log leaves out */
    static EvmLog log(EvmMembers members, EvmMembers receipt) {
        var topics = members.hashes("topics");
        if (topics.size() > 4) {
            throw members.invalid("topics", "has " + topics.size() + " topics, 4 at most");
        }
        return new EvmLog(
                members.address("address"),
                topics,
                members.bytes("data"),
                (members.has("transactionHash") ? members : receipt).hash("transactionHash"),
                (members.has("transactionIndex") ? members : receipt).intQuantity("transactionIndex"),
                members.intQuantity("logIndex"));
    }

    // Some nodes call it data; a system transaction of the chain may have none, nor gas, nor value.
    private static EvmBytes input(EvmMembers members) {
        if (members.has("input")) {
            return members.bytes("input");
        }
        return members.has("data") ? members.bytes("data") : EvmBytes.EMPTY;
    }

    private static BigInteger orZero(EvmMembers members, String name) {
        return members.has(name) ? members.quantity(name) : BigInteger.ZERO;
    }

    private static @Nullable Integer status(EvmMembers members) {
        var status = members.optionalQuantity("status");
        if (status == null) {
            return null;
        }
        if (status.compareTo(BigInteger.ONE) > 0) {
            throw members.invalid("status", "is neither 0x0 nor 0x1");
        }
        return status.intValue();
    }
}
