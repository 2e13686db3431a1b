package dev.lookout.gateway.evm;

import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes blocks as a node answers them and lines of a recording: the counterpart of {@link EvmJson}. */
final class EvmJsonWriter {
    private EvmJsonWriter() {}

    /** A line of a recording, without line end. */
    static JsonObject line(long millis, EvmChainEvent event) {
        var line = JsonObject.builder().put("t", millis).put("kind", "block");
        if (event instanceof EvmChainEvent.BlockInserted inserted) {
            return line.put("removed", false)
                    .put("block", block(inserted.block()))
                    .put("receipts", array(inserted.block().receipts(), receipt -> receipt(receipt, inserted.block())))
                    .build();
        }
        return line.put("removed", true).put("hash", event.hash().toString()).build();
    }

    /** A first line of a recording. */
    static JsonObject meta(long chainId, ContractBook book, Function<WatchedContract, JsonValue> abis) {
        return JsonObject.builder()
                .put("kind", "meta")
                .put("version", 1)
                .put("chainId", chainId)
                .put(
                        "contracts",
                        array(
                                List.copyOf(book.contracts()),
                                contract -> JsonObject.builder()
                                        .put("address", contract.address().toString())
                                        .put("name", contract.name())
                                        .put("abi", abis.apply(contract))
                                        .build()))
                .put("deployers", array(List.copyOf(book.deployers()), deployer -> new JsonString(deployer.toString())))
                .build();
    }

    static JsonObject block(EvmBlock block) {
        var out = JsonObject.builder()
                .put("number", quantity(block.number()))
                .put("hash", block.hash().toString())
                .put("parentHash", block.parentHash().toString())
                .put("timestamp", quantity(block.timestamp()));
        putQuantity(out, "baseFeePerGas", block.baseFeePerGas());
        return out.put("transactions", array(block.transactions(), transaction -> transaction(transaction, block)))
                .build();
    }

    private static JsonObject transaction(EvmTransaction transaction, EvmBlock block) {
        var out = JsonObject.builder()
                .put("hash", transaction.hash().toString())
                .put("transactionIndex", quantity(transaction.index()))
                .put("blockHash", block.hash().toString())
                .put("blockNumber", quantity(block.number()))
                .put("type", quantity(transaction.type()))
                .put("from", transaction.from().toString())
                .put(
                        "to",
                        transaction.to() == null
                                ? JsonNull.NULL
                                : new JsonString(transaction.to().toString()))
                .put("input", transaction.input().toString())
                .put("gas", quantity(transaction.gas()));
        putQuantity(out, "gasPrice", transaction.gasPrice());
        putQuantity(out, "maxFeePerGas", transaction.maxFeePerGas());
        putQuantity(out, "maxPriorityFeePerGas", transaction.maxPriorityFeePerGas());
        return out.put("value", quantity(transaction.value())).build();
    }

    private static JsonObject receipt(EvmReceipt receipt, EvmBlock block) {
        var out = JsonObject.builder()
                .put("transactionHash", receipt.transactionHash().toString());
        if (receipt.status() != null) {
            out.put("status", quantity(receipt.status()));
        }
        out.put("gasUsed", quantity(receipt.gasUsed()));
        putQuantity(out, "effectiveGasPrice", receipt.effectiveGasPrice());
        return out.put(
                        "contractAddress",
                        receipt.contractAddress() == null
                                ? JsonNull.NULL
                                : new JsonString(receipt.contractAddress().toString()))
                .put("logs", array(receipt.logs(), log -> log(log, block)))
                .build();
    }

    private static JsonObject log(EvmLog log, EvmBlock block) {
        return JsonObject.builder()
                .put("address", log.address().toString())
                .put("topics", array(log.topics(), topic -> new JsonString(topic.toString())))
                .put("data", log.data().toString())
                .put("blockHash", block.hash().toString())
                .put("blockNumber", quantity(block.number()))
                .put("transactionHash", log.transactionHash().toString())
                .put("transactionIndex", quantity(log.transactionIndex()))
                .put("logIndex", quantity(log.logIndex()))
                .put("removed", false)
                .build();
    }

    private static void putQuantity(JsonObject.Builder out, String name, @Nullable BigInteger number) {
        if (number != null) {
            out.put(name, quantity(number));
        }
    }

    private static String quantity(long number) {
        return "0x" + Long.toHexString(number);
    }

    private static String quantity(BigInteger number) {
        return "0x" + number.toString(16);
    }

    private static <T> JsonArray array(List<T> elements, Function<T, JsonValue> writer) {
        return new JsonArray(elements.stream().map(writer).toList());
    }
}
