package dev.lookout.gateway.vigil;

import dev.lookout.gateway.evm.ContractBook;
import dev.lookout.gateway.evm.DecodedEvent;
import dev.lookout.gateway.evm.EvmBlock;
import dev.lookout.gateway.evm.EvmLog;
import dev.lookout.gateway.evm.EvmReceipt;
import dev.lookout.gateway.evm.EvmTransaction;
import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.EvmHash;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonNumber;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import dev.lookout.transport.OutboundText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From a block to the messages that it means to clients, in their order: by transaction, for each one first itself, then its
 * events (VIGIL section 4, decision D-35).
 *
 * <p>A transaction counts by its {@code to}, a log by who emitted it, whoever called (decision D-37). Logs whose transaction is
 * not in the block, or has no receipt, are system transactions of the chain and still make events (decision D-38).
 *
 * <p>Thread: one at a time.
 */
final class VigilDerivation {
    private final ContractBook contracts;
    private final AbiResolver abis;
    private final EventIds eventIds;
    private final String eventIdField;
    private final SizeCap cap;
    private final VigilCounters counters;

    VigilDerivation(
            ContractBook contracts, AbiResolver abis, EventIds eventIds, VigilOptions options, VigilCounters counters) {
        this.contracts = contracts;
        this.abis = abis;
        this.eventIds = eventIds;
        this.eventIdField = options.eventIdField();
        this.cap = new SizeCap(options.limits().outboundMessageBytes());
        this.counters = counters;
    }

    List<VigilMessage> messages(EvmBlock block) {
        var messages = new ArrayList<VigilMessage>();
        var receipts = block.receiptsByTransaction();
        var ordinals = new HashMap<EvmHash, Integer>();
        var logs = block.logs().listIterator();
        for (var transaction : block.transactions()) {
            addEvents(messages, block, logs, transaction.index() - 1, ordinals);
            var receipt = receipts.get(transaction.hash());
            if (receipt != null) {
                addTransaction(messages, block, transaction, receipt);
            }
            addEvents(messages, block, logs, transaction.index(), ordinals);
        }
        addEvents(messages, block, logs, Integer.MAX_VALUE, ordinals);
        return messages;
    }

    private void addTransaction(
            List<VigilMessage> messages, EvmBlock block, EvmTransaction transaction, EvmReceipt receipt) {
        var parties = parties(transaction, receipt);
        if (!parties.isEmpty()) {
            messages.add(message(transactionJson(block, transaction, receipt), parties, MessageIdentity.of(receipt)));
        }
    }

    /** Whom the transaction concerns among those who are watched (VIGIL 4.2). */
    private Set<EvmAddress> parties(EvmTransaction transaction, EvmReceipt receipt) {
        if (transaction.to() != null) {
            return contracts.watches(transaction.to()) ? Set.of(transaction.to()) : Set.of();
        }
        var parties = new HashSet<EvmAddress>();
        if (contracts.isDeployer(transaction.from())) {
            parties.add(transaction.from());
        }
        if (receipt.contractAddress() != null && contracts.watches(receipt.contractAddress())) {
            parties.add(receipt.contractAddress());
        }
        return parties;
    }

    private JsonObject transactionJson(EvmBlock block, EvmTransaction transaction, EvmReceipt receipt) {
        var to = transaction.to();
        return JsonObject.builder()
                .put("type", to == null ? "otm" : "contractmon")
                .put("txHash", transaction.hash().toString())
                .put("fromAddress", transaction.from().toString())
                .put("input", transaction.input().toString())
                .put(
                        "inputJSON",
                        to == null
                                ? InputJsonWriter.creation(transaction.input())
                                : InputJsonWriter.call(transaction.input(), abis.abis(to, block)))
                .put("toAddress", to == null ? JsonNull.NULL : new JsonString(to.toString()))
                .put("gasUsed", JsonNumber.of(receipt.gasUsed()))
                .put("gas", JsonNumber.of(transaction.gas()))
                .put("gasPrice", JsonNumber.of(GasPrice.paid(transaction, receipt, block)))
                .put("value", JsonNumber.of(transaction.value()))
                .put("status", status(receipt.status()))
                .build();
    }

    /** Adds the events of the logs up to and including the transaction's, and moves on behind them. */
    private void addEvents(
            List<VigilMessage> messages,
            EvmBlock block,
            ListIterator<EvmLog> logs,
            int lastTransaction,
            Map<EvmHash, Integer> ordinals) {
        while (logs.hasNext()) {
            var log = logs.next();
            if (log.transactionIndex() > lastTransaction) {
                logs.previous();
                return;
            }
            int ordinal = ordinals.merge(log.transactionHash(), 1, Integer::sum) - 1;
            if (contracts.watches(log.address())) {
                addEvent(messages, block, log, ordinal);
            }
        }
    }

    private void addEvent(List<VigilMessage> messages, EvmBlock block, EvmLog log, int ordinal) {
        var decoded = DecodedEvent.of(log, abis.abis(log.address(), block));
        if (decoded.isEmpty()) {
            counters.undecodedLog();
            return;
        }
        messages.add(
                message(eventJson(block, log, decoded.get()), Set.of(log.address()), MessageIdentity.of(log, ordinal)));
    }

    private JsonObject eventJson(EvmBlock block, EvmLog log, DecodedEvent decoded) {
        var data = JsonObject.builder();
        decoded.values().forEach((name, value) -> data.put(name, ValueJson.of(value)));
        return JsonObject.builder()
                .put("type", "event")
                .put("txHash", log.transactionHash().toString())
                .put("logIndex", log.logIndex())
                .put("blockNumber", block.number())
                .put("transactionIndex", log.transactionIndex())
                .put("contract", log.address().toString())
                .put("event_name", decoded.event().name())
                .put("event_data", data.build())
                .put(eventIdField, eventIds.idOf(block.hash(), log.logIndex()))
                .put("ctime", block.timestamp())
                .build();
    }

    private VigilMessage message(JsonObject json, Set<EvmAddress> parties, MessageIdentity identity) {
        var text = OutboundText.of(json.toJson());
        if (!cap.isExceededBy(text)) {
            return new VigilMessage(json, text, parties, identity);
        }
        var smaller = SizeCap.truncated(json);
        return new VigilMessage(smaller, OutboundText.of(smaller.toJson()), parties, identity);
    }

    private static JsonValue status(@Nullable Integer status) {
        return status == null ? JsonNull.NULL : JsonNumber.of(status);
    }
}
