package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.EvmBytes;
import dev.lookout.model.vigil.EvmHash;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object as a node writes them: QUANTITY and DATA strings (VIGIL 4.1). Every error names the member's path.
 *
 * @param path of the object, for messages
 */
record EvmMembers(JsonObject object, String path) {
    // Leading zeros are tolerated, a missing 0x is not; 64 digits hold every number of the chain.
    private static final Pattern QUANTITY = Pattern.compile("0[xX][0-9a-fA-F]{1,64}");
    private static final int EXCERPT = 80;

    static EvmMembers of(JsonValue json, String path) {
        if (json instanceof JsonObject object) {
            return new EvmMembers(object, path);
        }
        throw new InvalidEvmDataException(path + " is a JSON " + json.kind() + ", not an object");
    }

    boolean has(String name) {
        return optional(name) != null;
    }

    EvmHash hash(String name) {
        return parsed(name, text(name), EvmHash::parse);
    }

    EvmAddress address(String name) {
        return parsed(name, text(name), EvmAddress::parse);
    }

    @Nullable
    EvmAddress optionalAddress(String name) {
        return has(name) ? address(name) : null;
    }

    EvmBytes bytes(String name) {
        return parsed(name, text(name), EvmBytes::parse);
    }

    BigInteger quantity(String name) {
        return number(name, text(name));
    }

    @Nullable
    BigInteger optionalQuantity(String name) {
        return has(name) ? quantity(name) : null;
    }

    long longQuantity(String name) {
        var value = quantity(name);
        if (value.bitLength() > 63) {
            throw invalid(name, "is beyond 2^63-1");
        }
        return value.longValue();
    }

    int intQuantity(String name) {
        var value = quantity(name);
        if (value.bitLength() > 31) {
            throw invalid(name, "is beyond 2^31-1");
        }
        return value.intValue();
    }

    List<EvmHash> hashes(String name) {
        return strings(name).stream()
                .map(text -> parsed(name, text, EvmHash::parse))
                .toList();
    }

    List<String> strings(String name) {
        var strings = new ArrayList<String>();
        for (var element : array(name).elements()) {
            if (!(element instanceof JsonString string)) {
                throw invalid(name, "holds a JSON " + element.kind() + ", not a string");
            }
            strings.add(string.text());
        }
        return strings;
    }

    List<EvmMembers> objects(String name) {
        return objects(array(name), path + "." + name);
    }

    static List<EvmMembers> objects(JsonValue json, String path) {
        if (!(json instanceof JsonArray array)) {
            throw new InvalidEvmDataException(path + " is a JSON " + json.kind() + ", not an array");
        }
        var objects = new ArrayList<EvmMembers>();
        for (int i = 0; i < array.size(); i++) {
            objects.add(of(array.get(i), path + "[" + i + "]"));
        }
        return objects;
    }

    EvmMembers child(String name) {
        return of(required(name), path + "." + name);
    }

    JsonValue required(String name) {
        var value = optional(name);
        if (value == null) {
            throw invalid(name, "is missing");
        }
        return value;
    }

    String text(String name) {
        var value = required(name);
        if (value instanceof JsonString string) {
            return string.text();
        }
        throw invalid(name, "is a JSON " + value.kind() + ", not a string");
    }

    InvalidEvmDataException invalid(String name, String what) {
        return new InvalidEvmDataException(path + "." + name + " " + what);
    }

    private JsonArray array(String name) {
        var value = required(name);
        if (value instanceof JsonArray array) {
            return array;
        }
        throw invalid(name, "is a JSON " + value.kind() + ", not an array");
    }

    private BigInteger number(String name, String text) {
        if (!QUANTITY.matcher(text).matches()) {
            String excerpt = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "..." : text;
            throw invalid(name, "is not a quantity (0x and up to 64 hex digits): \"" + excerpt + "\"");
        }
        return new BigInteger(text.substring(2), 16);
    }

    private <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidEvmDataException(path + "." + name + ": " + e.getMessage(), e);
        }
    }

    private @Nullable JsonValue optional(String name) {
        var value = object.get(name);
        return value instanceof JsonNull ? null : value;
    }
}
