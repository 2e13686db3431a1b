package dev.lookout.gateway.vigil;

import dev.lookout.gateway.evm.EvmLog;
import dev.lookout.gateway.evm.EvmReceipt;
import dev.lookout.model.vigil.EvmHash;
import dev.lookout.model.vigil.Keccak256;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What makes two messages the same to a client that cannot be told about reorganisations (VIGIL 4.9, decision D-31): everything
 * but the place in the chain.
 *
 * @param ordinal of the log within its transaction; -1 for the transaction itself
 * @param status of the transaction; null for a log, or where the receipt has none
 * @param content hash of a log's contract, topics and data; null for a transaction, whose hash covers all of it
 */
record MessageIdentity(
        EvmHash transaction,
        int ordinal,
        @Nullable Integer status,
        @Nullable EvmHash content) {
    private static final int TRANSACTION = -1;

    static MessageIdentity of(EvmReceipt receipt) {
        return new MessageIdentity(receipt.transactionHash(), TRANSACTION, receipt.status(), null);
    }

    static MessageIdentity of(EvmLog log, int ordinal) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(log.address().bytes());
        // The number of topics keeps a topic from passing for data.
        content.write(log.topics().size());
        log.topics().forEach(topic -> content.writeBytes(topic.bytes()));
        content.writeBytes(log.data().toArray());
        return new MessageIdentity(
                log.transactionHash(), ordinal, null, EvmHash.of(Keccak256.digest(content.toByteArray())));
    }
}
