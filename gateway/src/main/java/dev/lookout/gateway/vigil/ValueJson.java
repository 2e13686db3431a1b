package dev.lookout.gateway.vigil;

import dev.lookout.gateway.evm.AbiValue;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonBoolean;
import dev.lookout.transport.JsonNumber;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;

/** Writes decoded values as VIGIL 4.6 says: integers with all their digits (decision D-25), tuples as arrays (decision D-27). */
final class ValueJson {
    private ValueJson() {}

    static JsonValue of(AbiValue value) {
        if (value instanceof AbiValue.Int number) {
            return JsonNumber.of(number.value());
        } else if (value instanceof AbiValue.Hex hex) {
            return new JsonString(hex.text());
        } else if (value instanceof AbiValue.Text text) {
            return new JsonString(text.text());
        } else if (value instanceof AbiValue.Bool bool) {
            return JsonBoolean.of(bool.value());
        } else if (value instanceof AbiValue.Items items) {
            return new JsonArray(items.values().stream().map(ValueJson::of).toList());
        }
        throw new IllegalStateException("no rendering for " + value.getClass());
    }
}
