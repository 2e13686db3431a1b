package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.AccountBlockContent.TriggeredSend;
import dev.lookout.gateway.vite.SnapshotBlockContent.Confirmed;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonNumber;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the streams need out of a node's block JSON (VITE 7.3, 7.4). Reads the new name of a member and falls back to
 * the old one; members it does not know stay in the content's JSON.
 *
 * <p>Every method throws {@link IllegalArgumentException} with the member's name when it is missing or unusable.
 */
final class BlockReader {
    private BlockReader() {}

    /** @param vmLogs the answer to {@code ledger_getVmLogs}, or null when the block has no logs or they are not known */
    static AccountBlockContent account(JsonObject block, @Nullable JsonValue vmLogs) {
        return new AccountBlockContent(
                smallNumber(block, "blockType"),
                address(block, "address", "accountAddress"),
                height(block.get("height")),
                hash(block, "hash", "hash"),
                hash(block, "previousHash", "prevHash"),
                address(block, "toAddress", "toAddress"),
                hash(block, "sendBlockHash", "fromBlockHash"),
                triggered(member(block, "triggeredSendBlockList", "sendBlockList")),
                logs(vmLogs),
                block.toJson());
    }

    static SnapshotBlockContent snapshot(JsonObject block) {
        return new SnapshotBlockContent(
                hash(block, "hash", "hash"),
                hash(block, "previousHash", "prevHash"),
                height(block.get("height")),
                smallNumber(block, "timestamp"),
                confirmed(member(block, "snapshotData", "snapshotContent")),
                block.toJson());
    }

    static List<VmLogContent> logs(@Nullable JsonValue vmLogs) {
        return list(
                "vmLogs",
                vmLogs,
                log -> new VmLogContent(
                        list("topics", log.get("topics"), "string", topic -> Hash.parse(((JsonString) topic).text())),
                        log.get("data") instanceof JsonString data ? data.text() : null));
    }

    private static List<TriggeredSend> triggered(@Nullable JsonValue sends) {
        return list(
                "triggeredSendBlockList",
                sends,
                send -> new TriggeredSend(hash(send, "hash", "hash"), address(send, "toAddress", "toAddress")));
    }

    private static List<Confirmed> confirmed(@Nullable JsonValue data) {
        if (!(data instanceof JsonObject accounts)) {
            return List.of();
        }
        var all = new ArrayList<Confirmed>();
        for (Map.Entry<String, JsonValue> account : accounts.members().entrySet()) {
            if (!(account.getValue() instanceof JsonObject newest)) {
                throw new IllegalArgumentException("snapshotData of " + account.getKey() + " is no object");
            }
            all.add(new Confirmed(
                    Address.parse(account.getKey()), height(newest.get("height")), hash(newest, "hash", "hash")));
        }
        return all;
    }

    private static <T> List<T> list(String name, @Nullable JsonValue value, Function<JsonObject, T> read) {
        return list(name, value, "object", element -> read.apply((JsonObject) element));
    }

    private static <T> List<T> list(String name, @Nullable JsonValue value, String kind, Function<JsonValue, T> read) {
        if (value == null || value == JsonNull.NULL) {
            return List.of();
        }
        if (!(value instanceof JsonArray array)) {
            throw new IllegalArgumentException(name + " is neither array nor null");
        }
        var all = new ArrayList<T>(array.size());
        for (JsonValue element : array.elements()) {
            if (!element.kind().equals(kind)) {
                throw new IllegalArgumentException(name + " holds a " + element.kind() + ", wanted: " + kind);
            }
            all.add(read.apply(element));
        }
        return all;
    }

    private static @Nullable JsonValue member(JsonObject object, String name, String oldName) {
        JsonValue value = object.get(name);
        return value == null ? object.get(oldName) : value;
    }

    private static String text(JsonObject object, String name, String oldName) {
        if (member(object, name, oldName) instanceof JsonString string) {
            return string.text();
        }
        throw new IllegalArgumentException(name + " is missing or no string");
    }

    private static Address address(JsonObject object, String name, String oldName) {
        return named(name, Address::parse, text(object, name, oldName));
    }

    private static Hash hash(JsonObject object, String name, String oldName) {
        return named(name, Hash::parse, text(object, name, oldName));
    }

    private static <T> T named(String name, Function<String, T> parse, String text) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** A decimal string in account blocks, a JSON number in snapshot blocks. */
    private static Height height(@Nullable JsonValue value) {
        if (value instanceof JsonString string) {
            return named("height", Height::parse, string.text());
        }
        if (value instanceof JsonNumber number) {
            return named(
                    "height",
                    text -> Height.of(number.toBigInteger()
                            .orElseThrow(() -> new IllegalArgumentException(text + " is no integer"))),
                    number.raw());
        }
        throw new IllegalArgumentException("height is missing or neither string nor number");
    }

    private static int smallNumber(JsonObject object, String name) {
        if (object.get(name) instanceof JsonNumber number
                && number.toBigInteger().filter(n -> n.bitLength() < 32).isPresent()) {
            return number.toBigInteger().map(BigInteger::intValue).orElseThrow();
        }
        throw new IllegalArgumentException(name + " is missing or no whole number");
    }
}
