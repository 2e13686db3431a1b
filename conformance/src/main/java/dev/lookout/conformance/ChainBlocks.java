package dev.lookout.conformance;

import dev.lookout.gateway.vite.AccountBlockContent;
import dev.lookout.gateway.vite.AccountBlockContent.TriggeredSend;
import dev.lookout.gateway.vite.VmLogContent;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes account blocks as a node gives them (VITE 7.4): every member, old and new names, in the node's order. */
final class ChainBlocks {
    private static final String TOKEN = "tti_5649544520544f4b454e6e40";
    private static final String PRODUCER = "vite_3345524abf6bbe1809449224b5972c41790b6cf2e22fcb5caf";

    private ChainBlocks() {}

    /** The block of these facts. */
    static AccountBlockContent block(
            int type,
            Address address,
            Height height,
            Hash hash,
            Hash previous,
            Address from,
            Address to,
            Hash sendHash,
            List<TriggeredSend> triggered,
            List<VmLogContent> logs) {
        ObjectNode json = json(type, address, height, hash, previous, from, to, sendHash);
        if (!triggered.isEmpty()) {
            ArrayNode sends = json.arrayNode();
            triggered.forEach(send -> sends.add(
                    json(2, address, Height.ZERO, send.hash(), Hash.ZERO, address, send.toAddress(), Hash.ZERO)));
            json.set("sendBlockList", sends);
            json.set("triggeredSendBlockList", sends);
        }
        if (!logs.isEmpty()) {
            json.put("logHash", hash.toString());
            json.put("vmLogHash", hash.toString());
        }
        return new AccountBlockContent(
                type, address, height, hash, previous, to, sendHash, triggered, logs, json.toString());
    }

    private static ObjectNode json(
            int type,
            Address address,
            Height height,
            Hash hash,
            Hash previous,
            Address from,
            Address to,
            Hash sendHash) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("blockType", type);
        both(json, height.toString(), "height");
        both(json, hash.toString(), "hash");
        both(json, previous.toString(), "prevHash", "previousHash");
        both(json, address.toString(), "accountAddress", "address");
        both(json, null, "publicKey");
        both(json, PRODUCER, "producer");
        both(json, from.toString(), "fromAddress");
        both(json, to.toString(), "toAddress");
        both(json, sendHash.toString(), "fromBlockHash", "sendBlockHash");
        both(json, TOKEN, "tokenId");
        both(json, "1000000000000000000", "amount");
        both(json, "0", "fee");
        both(json, null, "data", "difficulty", "nonce", "signature");
        both(json, "0", "quota", "quotaByStake", "quotaUsed", "totalQuota", "utUsed");
        both(json, null, "logHash", "vmLogHash", "sendBlockList", "triggeredSendBlockList", "tokenInfo");
        both(json, null, "confirmedTimes", "confirmations", "confirmedHash", "firstSnapshotHash");
        both(json, null, "firstSnapshotHeight", "receiveBlockHeight", "receiveBlockHash");
        json.put("timestamp", 0);
        return json;
    }

    private static void both(ObjectNode json, @Nullable String value, String... names) {
        for (String name : names) {
            json.put(name, value);
        }
    }
}
