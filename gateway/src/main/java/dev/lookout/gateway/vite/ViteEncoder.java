package dev.lookout.gateway.vite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lookout.gateway.vite.ViteMessages.AccountMessage;
import dev.lookout.gateway.vite.ViteMessages.AccountMessageOf;
import dev.lookout.gateway.vite.ViteMessages.LogMessage;
import dev.lookout.gateway.vite.ViteMessages.SnapshotMessage;
import dev.lookout.gateway.vite.ViteMessages.UnreceivedMessage;
import dev.lookout.model.vite.Hash;
import dev.lookout.transport.JsonValue;
import java.util.List;

/** Writes a topic's message as an element of {@code result}, keys in the node's order (VITE 2.3). Holds nothing. */
final class ViteEncoder {
    private ViteEncoder() {}

    static byte[] snapshot(SnapshotMessage message, Generation generation) {
        return utf8("{\"hash\":\"" + message.hash() + '"'
                + height(message.height().toString(), generation) + removed(message.removed()));
    }

    static byte[] account(AccountMessage message) {
        return utf8("{\"hash\":\"" + message.hash() + '"' + removed(message.removed()));
    }

    static byte[] accountOf(AccountMessageOf message, Generation generation) {
        return utf8("{\"hash\":\"" + message.hash() + '"'
                + height(message.height().toString(), generation) + removed(message.removed()));
    }

    static byte[] unreceived(UnreceivedMessage message, Generation generation) {
        String received = generation == Generation.V1 ? "closed" : "received";
        return utf8("{\"hash\":\"" + message.hash() + "\",\"" + received + "\":" + message.received()
                + removed(message.removed()));
    }

    static byte[] log(LogMessage message, Generation generation) {
        return utf8(logWithoutRemoved(message, generation) + removed(message.removed()));
    }

    /** The element of a log query: as in a stream, but current ones have no {@code removed} (VITE 7.2). */
    static String queriedLog(LogMessage message, Generation generation) {
        String head = logWithoutRemoved(message, generation);
        return generation == Generation.V1 ? head + ",\"removed\":false}" : head + '}';
    }

    /** {@code {"topics":[...],"data":"..."}}, as {@code ledger_getVmLogs} gives it; null where there is nothing. */
    static String bareLog(VmLogContent log) {
        var out = new StringBuilder("{\"topics\":");
        appendTopics(out, log.topics());
        String data = log.data();
        out.append(",\"data\":")
                .append(data == null ? "null" : JsonValue.of(data).toJson());
        return out.append('}').toString();
    }

    private static String logWithoutRemoved(LogMessage message, Generation generation) {
        boolean first = generation == Generation.V1;
        return (first ? "{\"log\":" : "{\"vmlog\":") + bareLog(message.log()) + ",\"accountBlockHash\":\""
                + message.blockHash() + "\",\"" + (first ? "accountHeight" : "accountBlockHeight") + "\":\""
                + message.height() + "\",\"" + (first ? "addr" : "address") + "\":\"" + message.address() + '"';
    }

    private static void appendTopics(StringBuilder out, List<Hash> topics) {
        if (topics.isEmpty()) {
            out.append("null"); // LOG0: the node's nil slice
            return;
        }
        char separator = '[';
        for (Hash topic : topics) {
            out.append(separator).append('"').append(topic).append('"');
            separator = ',';
        }
        out.append(']');
    }

    private static String height(String height, Generation generation) {
        return generation == Generation.V1
                ? ",\"height\":" + height + ",\"heightStr\":\"" + height + '"'
                : ",\"height\":\"" + height + '"';
    }

    private static String removed(boolean removed) {
        return ",\"removed\":" + removed + '}';
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
