package dev.lookout.gateway.vite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lookout.gateway.vite.AccountBlockContent.TriggeredSend;
import dev.lookout.gateway.vite.SnapshotBlockContent.Confirmed;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Bytes;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonNumber;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the made-up chain's blocks in the node's full JSON (VITE 7.3, 7.4). Hashes chain: each is taken over the block's
 * text, its predecessor's hash included. Signatures have the right length and prove nothing.
 *
 * <p>Not for several threads.
 */
final class DevBlockWriter {
    private static final String TOKEN = "tti_5649544520544f4b454e6e40";
    private static final JsonValue TOKEN_INFO = JsonValue.parse(
            "{\"tokenName\":\"Vite Token\",\"tokenSymbol\":\"VITE\",\"totalSupply\":\"1000000000000000000000000000\","
                    + "\"decimals\":18,\"owner\":\"vite_0000000000000000000000000000000000000004d28108e76b\","
                    + "\"tokenId\":\"tti_5649544520544f4b454e6e40\",\"maxSupply\":"
                    + "\"115792089237316195423570985008687907853269984665640564039457584007913129639935\","
                    + "\"ownerBurnOnly\":false,\"isReIssuable\":true,\"index\":0,\"isOwnerBurnOnly\":false}");
    private static final String QUOTA = "21000";

    private final String seed;
    private final Map<Address, Bytes> userKeys = new HashMap<>();

    DevBlockWriter(long seed) {
        this.seed = "dev " + seed + ' ';
    }

    /** What a block says; its hash and the rest of its JSON follow from it. */
    record Draft(
            int blockType,
            Address address,
            Height height,
            Hash previous,
            Address from,
            Address to,
            Hash sendHash,
            long amount,
            long nonce,
            List<VmLogContent> logs,
            List<Address> triggeredTo) {}

    AccountBlockContent account(Draft draft) {
        Hash hash = hash(draft.toString());
        var sends = new ArrayList<TriggeredSend>();
        var sendJson = new ArrayList<JsonValue>();
        for (int i = 0; i < draft.triggeredTo().size(); i++) {
            Address to = draft.triggeredTo().get(i);
            Hash sendHash = hash(hash + " sends " + i);
            sends.add(new TriggeredSend(sendHash, to));
            sendJson.add(json(
                    new Draft(
                            2,
                            draft.address(),
                            Height.ZERO,
                            Hash.ZERO,
                            draft.address(),
                            to,
                            Hash.ZERO,
                            draft.amount(),
                            0,
                            List.of(),
                            List.of()),
                    sendHash,
                    Optional.empty(),
                    JsonNull.NULL));
        }
        JsonValue triggered = sends.isEmpty() ? JsonNull.NULL : new JsonArray(sendJson);
        JsonObject json = json(draft, hash, Optional.of(key(draft.address())), triggered);
        return new AccountBlockContent(
                draft.blockType(),
                draft.address(),
                draft.height(),
                hash,
                draft.previous(),
                draft.to(),
                draft.sendHash(),
                sends,
                draft.logs(),
                json.toJson());
    }

    SnapshotBlockContent snapshot(Height height, Hash previous, long timestamp, List<Confirmed> confirmed, long nonce) {
        Bytes key = bytes("producer", 32);
        Hash hash = hash("snapshot " + height + previous + timestamp + confirmed + nonce);
        JsonValue data = JsonNull.NULL;
        if (!confirmed.isEmpty()) {
            var accounts = JsonObject.builder();
            for (Confirmed one : confirmed) {
                accounts.put(
                        one.address().toString(),
                        JsonObject.builder()
                                .put("height", number(one.height()))
                                .put("hash", one.hash().toString())
                                .build());
            }
            data = accounts.build();
        }
        String json = JsonObject.builder()
                .put("producer", Address.ofPublicKey(key).toString())
                .put("hash", hash.toString())
                .put("prevHash", previous.toString())
                .put("height", number(height))
                .put("publicKey", key.toString())
                .put("signature", bytes("signature " + hash, 64).toString())
                .put("seed", 0)
                .put("seedHash", JsonNull.NULL)
                .put("snapshotContent", data)
                .put("version", 14)
                .put("previousHash", previous.toString())
                .put("nextSeedHash", JsonNull.NULL)
                .put("snapshotData", data)
                .put("timestamp", timestamp)
                .build()
                .toJson();
        return new SnapshotBlockContent(hash, previous, height, timestamp, confirmed, json);
    }

    /** A user whose address is that of its public key, as on the real chain. */
    Address user(int number) {
        Bytes key = bytes("user " + number, 32);
        Address address = Address.ofPublicKey(key);
        userKeys.put(address, key);
        return address;
    }

    Address contract(int number) {
        var core = new byte[20];
        System.arraycopy(hash("contract " + number).bytes(), 0, core, 0, core.length);
        return Address.of(core, Address.Kind.CONTRACT);
    }

    /** The value that a topic position takes: the same for the same numbers. */
    Hash topic(int position, int value) {
        return hash("topic " + position + ' ' + value);
    }

    private Bytes key(Address address) {
        Bytes key = userKeys.get(address);
        return key != null ? key : bytes("producer", 32);
    }

    private static JsonObject json(Draft draft, Hash hash, Optional<Bytes> publicKey, JsonValue triggered) {
        boolean own = publicKey.isPresent();
        JsonValue logHash = draft.logs().isEmpty()
                ? JsonNull.NULL
                : new JsonString(sha256("logs " + draft.logs()).toString());
        String quota = own ? QUOTA : "0";
        return JsonObject.builder()
                .put("blockType", draft.blockType())
                .put("height", draft.height().toString())
                .put("hash", hash.toString())
                .put("prevHash", draft.previous().toString())
                .put("previousHash", draft.previous().toString())
                .put("accountAddress", draft.address().toString())
                .put("address", draft.address().toString())
                .put(
                        "publicKey",
                        publicKey
                                .<JsonValue>map(key -> JsonValue.of(key.toString()))
                                .orElse(JsonNull.NULL))
                .put(
                        "producer",
                        Address.ofPublicKey(publicKey.orElse(Bytes.EMPTY)).toString())
                .put("fromAddress", draft.from().toString())
                .put("toAddress", draft.to().toString())
                .put("fromBlockHash", draft.sendHash().toString())
                .put("sendBlockHash", draft.sendHash().toString())
                .put("tokenId", TOKEN)
                .put("amount", Long.toString(draft.amount()))
                .put("fee", "0")
                .put("data", JsonNull.NULL)
                .put("difficulty", JsonNull.NULL)
                .put("nonce", JsonNull.NULL)
                .put("signature", own ? new JsonString(bytes64("signature " + hash)) : JsonNull.NULL)
                .put("quota", quota)
                .put("quotaByStake", quota)
                .put("quotaUsed", quota)
                .put("totalQuota", quota)
                .put("utUsed", own ? "1" : "0")
                .put("logHash", logHash)
                .put("vmLogHash", logHash)
                .put("sendBlockList", triggered)
                .put("triggeredSendBlockList", triggered)
                .put("tokenInfo", TOKEN_INFO)
                .put("confirmedTimes", JsonNull.NULL)
                .put("confirmations", JsonNull.NULL)
                .put("confirmedHash", JsonNull.NULL)
                .put("firstSnapshotHash", JsonNull.NULL)
                .put("firstSnapshotHeight", JsonNull.NULL)
                .put("receiveBlockHeight", JsonNull.NULL)
                .put("receiveBlockHash", JsonNull.NULL)
                .put("timestamp", 0)
                .build();
    }

    private static JsonNumber number(Height height) {
        return JsonNumber.of(height.toBigInteger());
    }

    private Hash hash(String text) {
        return sha256(seed + text);
    }

    private Bytes bytes(String text, int length) {
        return Bytes.of(stretch(seed + text, length));
    }

    private static String bytes64(String text) {
        return Base64.getEncoder().encodeToString(stretch(text, 64));
    }

    private static byte[] stretch(String text, int length) {
        var bytes = new byte[length];
        for (int at = 0; at < length; at += Hash.BYTES) {
            System.arraycopy(sha256(text + at).bytes(), 0, bytes, at, Math.min(Hash.BYTES, length - at));
        }
        return bytes;
    }

    private static Hash sha256(String text) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
