package dev.lookout.gateway.vite;

import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonLimits;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonNumber;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Rewrites an account block's stored JSON for an answer: what changed since, or another of its forms (VITE 7.4). */
final class BlockJson {
    private static final JsonLimits LIMITS = new JsonLimits(16 << 20, 100, 16 << 20);
    private static final String NO_ADDRESS = "vite_0000000000000000000000000000000000000000a4f3a0cb58";
    private static final String NO_TOKEN = "tti_000000000000000000004cfd";

    private BlockJson() {}

    /**
     * What has been learnt about a block since it came.
     *
     * @param confirmedBy the snapshot block that confirmed it
     * @param tip height of the newest snapshot block
     * @param receive the block that received it, if it is a send
     */
    record News(Optional<SnapshotBlockContent> confirmedBy, Height tip, Optional<AccountBlockContent> receive) {}

    static String withNews(String json, News news) {
        var members = new LinkedHashMap<>(parse(json).members());
        JsonValue confirmations = news.confirmedBy()
                .<JsonValue>map(block -> text(Long.toUnsignedString(
                        news.tip().longBits() - block.height().longBits() + 1)))
                .orElse(JsonNull.NULL);
        JsonValue hash = orNull(news.confirmedBy().map(SnapshotBlockContent::hash));
        replace(members, "confirmedTimes", confirmations);
        replace(members, "confirmations", confirmations);
        replace(members, "confirmedHash", hash);
        replace(members, "firstSnapshotHash", hash);
        replace(members, "firstSnapshotHeight", orNull(news.confirmedBy().map(SnapshotBlockContent::height)));
        replace(members, "receiveBlockHeight", orNull(news.receive().map(AccountBlockContent::height)));
        replace(members, "receiveBlockHash", orNull(news.receive().map(AccountBlockContent::hash)));
        replace(
                members,
                "timestamp",
                JsonValue.of(
                        news.confirmedBy().map(SnapshotBlockContent::timestamp).orElse(0L)));
        return new JsonObject(members).toJson();
    }

    /** The JSON of one of the sends that a contract's receive made. */
    static String triggeredSend(String hostJson, Hash hash) {
        JsonObject host = parse(hostJson);
        for (String name : new String[] {"triggeredSendBlockList", "sendBlockList"}) {
            if (host.get(name) instanceof JsonArray sends) {
                for (JsonValue send : sends.elements()) {
                    if (send instanceof JsonObject object
                            && object.text("hash")
                                    .filter(hash.toString()::equals)
                                    .isPresent()) {
                        return send.toJson();
                    }
                }
            }
        }
        throw new IllegalStateException("triggered send " + hash + " is not in its host's JSON");
    }

    /** The raw form: old names only, heights and amounts as numbers. */
    static JsonObject raw(JsonObject block) {
        boolean receive = block.get("blockType") instanceof JsonNumber type && "457".contains(type.raw());
        var raw = JsonObject.builder();
        copy(raw, block, "blockType", "blockType");
        copy(raw, block, "hash", "hash");
        copy(raw, block, "prevHash", "previousHash");
        raw.put("height", number(block, "height"));
        copy(raw, block, "accountAddress", "address");
        copy(raw, block, "publicKey", "publicKey");
        if (receive) {
            raw.put("toAddress", NO_ADDRESS).put("amount", JsonNull.NULL).put("tokenId", NO_TOKEN);
        } else {
            copy(raw, block, "toAddress", "toAddress");
            raw.put("amount", number(block, "amount"));
            copy(raw, block, "tokenId", "tokenId");
        }
        copy(raw, block, "fromBlockHash", "sendBlockHash");
        raw.put(
                "data",
                block.text("data")
                        .filter(data -> !data.isEmpty())
                        .<JsonValue>map(BlockJson::text)
                        .orElse(JsonNull.NULL));
        raw.put("quota", number(block, "quota"));
        raw.put("quotaUsed", number(block, "quotaUsed"));
        raw.put("fee", block.text("fee").isPresent() ? number(block, "fee") : JsonValue.of(0));
        copy(raw, block, "logHash", "vmLogHash");
        raw.put("difficulty", number(block, "difficulty"));
        copy(raw, block, "nonce", "nonce");
        raw.put("sendBlockList", rawList(block.get("triggeredSendBlockList")));
        copy(raw, block, "signature", "signature");
        return raw.build();
    }

    static JsonObject parse(String json) {
        return (JsonObject) JsonValue.parse(json, LIMITS);
    }

    private static JsonValue rawList(@org.jspecify.annotations.Nullable JsonValue sends) {
        if (!(sends instanceof JsonArray array)) {
            return JsonArray.EMPTY;
        }
        return new JsonArray(array.elements().stream()
                .<JsonValue>map(send -> raw((JsonObject) send))
                .toList());
    }

    private static void copy(JsonObject.Builder to, JsonObject from, String name, String fromName) {
        JsonValue value = from.get(fromName);
        to.put(name, value == null ? JsonNull.NULL : value);
    }

    private static JsonValue number(JsonObject block, String name) {
        return block.text(name).<JsonValue>map(JsonNumber::new).orElse(JsonNull.NULL);
    }

    private static JsonString text(String text) {
        return JsonValue.of(text);
    }

    private static JsonValue orNull(Optional<?> value) {
        return value.<JsonValue>map(found -> text(found.toString())).orElse(JsonNull.NULL);
    }

    private static void replace(Map<String, JsonValue> members, String name, JsonValue value) {
        members.put(name, value);
    }
}
