package dev.lookout.gateway.vigil;

import dev.lookout.gateway.evm.AbiText;
import dev.lookout.gateway.evm.ContractAbi;
import dev.lookout.gateway.evm.ContractBook;
import dev.lookout.gateway.evm.EvmBlock;
import dev.lookout.gateway.evm.EvmLog;
import dev.lookout.gateway.evm.EvmReceipt;
import dev.lookout.gateway.evm.EvmTransaction;
import dev.lookout.gateway.evm.WatchedContract;
import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.EvmBytes;
import dev.lookout.model.vigil.EvmHash;
import dev.lookout.model.vigil.Keccak256;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The addresses of the vectors, and small blocks around a transaction or a log. */
final class Chain {
    static final EvmAddress ALICE = EvmAddress.parse("0x5dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501");
    static final EvmAddress BOB = EvmAddress.parse("0x3440326f551b8a7ee198cee35cb5d517f2d296a2");
    static final EvmAddress CONTRACT = EvmAddress.parse("0x2c037f88bca3021fd6b2fad72f80f1ed5d256f0f");
    static final EvmAddress DEPLOYER = EvmAddress.parse("0x1b5ceb79b60dc455ad691d856e6e4025cf542caa");
    static final EvmHash GENESIS = Keccak256.hash("genesis");

    private Chain() {}

    static EvmHash hash(String name) {
        return Keccak256.hash(name);
    }

    static String joined(String multiLineHex) {
        return "0x" + multiLineHex.strip().replace("0x", "").replaceAll("\\s", "");
    }

    static ContractBook book(@Nullable ContractAbi abi) {
        return new ContractBook(List.of(new WatchedContract(CONTRACT, "demo", abi, null)), Set.of(DEPLOYER));
    }

    static EvmTransaction call(String name, int index, String input) {
        return transaction(name, index, ALICE, CONTRACT, input, BigInteger.ZERO);
    }

    static EvmTransaction transaction(
            String name, int index, EvmAddress from, @Nullable EvmAddress to, String input, BigInteger value) {
        return new EvmTransaction(
                hash(name),
                index,
                from,
                to,
                EvmBytes.parse(joined(input)),
                BigInteger.valueOf(50_000),
                BigInteger.valueOf(30_000_000_000L),
                null,
                null,
                value,
                0);
    }

    static EvmReceipt receipt(EvmTransaction transaction, int status, EvmLog... logs) {
        return new EvmReceipt(transaction.hash(), status, BigInteger.valueOf(26_431), null, null, Arrays.asList(logs));
    }

    static EvmLog log(EvmTransaction transaction, int logIndex, String topicsAndData) {
        return log(transaction, logIndex, CONTRACT, topicsAndData);
    }

    /** @param topicsAndData as the vectors are written: topics a line each, a line of two dashes, the data */
    static EvmLog log(EvmTransaction transaction, int logIndex, EvmAddress address, String topicsAndData) {
        String[] parts = topicsAndData.strip().split("--", -1);
        var topics = new ArrayList<EvmHash>();
        for (String line : parts[0].strip().split("\\s+")) {
            if (!line.isEmpty()) {
                topics.add(EvmHash.parse(line));
            }
        }
        String data = parts.length == 1 ? "" : parts[1];
        return new EvmLog(
                address, topics, EvmBytes.parse(joined(data)), transaction.hash(), transaction.index(), logIndex);
    }

    static EvmBlock block(
            String name, EvmHash parent, long number, List<EvmTransaction> transactions, EvmReceipt... receipts) {
        return new EvmBlock(
                number, hash(name), parent, 1_700_000_000L + number, null, transactions, Arrays.asList(receipts));
    }

    static VigilDerivation derivation(ContractBook book, VigilCounters counters) {
        return new VigilDerivation(
                book,
                (address, block) -> book.abis(address),
                new InMemoryEventIds(),
                VigilOptions.defaults(),
                counters);
    }

    static List<String> messages(ContractBook book, EvmBlock block) {
        return derivation(book, new VigilCounters()).messages(block).stream()
                .map(message -> message.text().text())
                .toList();
    }

    /** The {@code event_data} of a log by one event of an ABI, as text. */
    static String eventData(String event, String topicsAndData) {
        var transaction = call("tx", 0, "");
        var block = block(
                "b", GENESIS, 1, List.of(transaction), receipt(transaction, 1, log(transaction, 0, topicsAndData)));
        String message = messages(book(AbiText.abi(event)), block).get(1);
        return message.substring(message.indexOf("\"event_data\":") + 13, message.indexOf(",\"maticvigil_event_id\""));
    }

    /** The {@code inputJSON} of a call, as text. */
    static String inputJson(ContractAbi abi, String input) {
        var transaction = call("tx", 0, input);
        String message = messages(book(abi), block("b", GENESIS, 1, List.of(transaction), receipt(transaction, 1)))
                .get(0);
        return message.substring(message.indexOf("\"inputJSON\":") + 12, message.indexOf(",\"toAddress\""));
    }
}
