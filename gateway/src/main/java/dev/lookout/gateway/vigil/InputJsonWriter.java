package dev.lookout.gateway.vigil;

import dev.lookout.gateway.evm.AbiFunction;
import dev.lookout.gateway.evm.AbiValue;
import dev.lookout.gateway.evm.ContractAbi;
import dev.lookout.gateway.evm.DecodedCall;
import dev.lookout.model.vigil.EvmBytes;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code inputJSON} in its four shapes (VIGIL 2.7, decision D-26). It is never null: browser code dereferences it. */
final class InputJsonWriter {
    private InputJsonWriter() {}

    /** Shape B, whatever the constructor's ABI. */
    static JsonObject creation(EvmBytes input) {
        return shape(JsonObject.builder().put("name", "ContractDeploy").build(), new JsonString(input.toString()));
    }

    /** Shapes A, C and D. */
    static JsonObject call(EvmBytes input, List<ContractAbi> abis) {
        var call = DecodedCall.of(input.toArray(), abis);
        var raw = new JsonString(input.toString());
        if (call instanceof DecodedCall.Decoded decoded) {
            return shape(method(decoded.function()), arguments(decoded.function(), decoded.arguments()));
        } else if (call instanceof DecodedCall.BadArguments bad) {
            return shape(method(bad.function()), raw);
        } else if (call instanceof DecodedCall.UnknownFunction unknown) {
            return shape(method(null, unknown.selector()), raw);
        } else if (call instanceof DecodedCall.Empty empty) {
            return shape(method(empty.target(), null), JsonArray.EMPTY);
        }
        throw new IllegalStateException("no shape for " + call.getClass());
    }

    private static JsonObject shape(JsonObject method, JsonValue inputData) {
        return JsonObject.builder()
                .put("method", method)
                .put("input_data", inputData)
                .build();
    }

    private static JsonObject method(AbiFunction function) {
        return JsonObject.builder()
                .put("name", function.name())
                .put("canonical_signature", function.signature())
                .put("selector", function.selector())
                .put("hash", function.hash().toString())
                .build();
    }

    private static JsonObject method(@Nullable String name, @Nullable String selector) {
        return JsonObject.builder()
                .put("name", orNull(name))
                .put("canonical_signature", JsonNull.NULL)
                .put("selector", orNull(selector))
                .put("hash", JsonNull.NULL)
                .build();
    }

    private static JsonArray arguments(AbiFunction function, List<AbiValue> values) {
        var arguments = new ArrayList<JsonValue>();
        for (int i = 0; i < function.arity(); i++) {
            arguments.add(JsonObject.builder()
                    .put("param_name", function.parameterName(i))
                    .put("param_type", function.parameterType(i))
                    .put("value", ValueJson.of(values.get(i)))
                    .build());
        }
        return new JsonArray(arguments);
    }

    private static JsonValue orNull(@Nullable String text) {
        return text == null ? JsonNull.NULL : new JsonString(text);
    }
}
