package dev.lookout.gateway.vigil;

import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.OutboundText;

/**
 * Keeps a push within the size that every client accepts (VIGIL 1.6, decision D-17): the vendor's Python client closes with 1009 at
 * one byte more.
 */
final class SizeCap {
    /** Digits of {@code input} that are left. */
    static final int KEPT_DIGITS = 4096;

    private static final int KEPT_INPUT = "0x".length() + KEPT_DIGITS;

    private final int maxBytes;

    SizeCap(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    boolean isExceededBy(OutboundText text) {
        return text.byteLength() > maxBytes;
    }

    /** The message without what makes it large and with {@code "truncated": true}. */
    static JsonObject truncated(JsonObject message) {
        var smaller = JsonObject.builder();
        message.members().forEach((name, value) -> {
            switch (name) {
                case "input" -> smaller.put(name, cut(((JsonString) value).text()));
                case "inputJSON" -> smaller.put(name, withoutData((JsonObject) value));
                // The sheet speaks of transactions only; an event's parameters cannot be cut without becoming wrong
                // (ADR 52).
                case "event_data" -> smaller.put(name, JsonObject.EMPTY);
                default -> smaller.put(name, value);
            }
        });
        return smaller.put("truncated", true).build();
    }

    private static String cut(String input) {
        return input.length() <= KEPT_INPUT ? input : input.substring(0, KEPT_INPUT);
    }

    private static JsonObject withoutData(JsonObject inputJson) {
        var smaller = JsonObject.builder();
        inputJson.members().forEach(smaller::put);
        return smaller.put("input_data", JsonNull.NULL).build();
    }
}
