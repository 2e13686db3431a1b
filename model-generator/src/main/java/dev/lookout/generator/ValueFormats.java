package dev.lookout.generator;

import com.sun.codemodel.JClass;
import com.sun.codemodel.JCodeModel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table from {@code format} and JSON type to Java type. No entry is a floating-point type. */
final class ValueFormats {
    private static final String VITE = "dev.lookout.model.vite.";
    private static final String VIGIL = "dev.lookout.model.vigil.";
    private static final String BIG_INTEGER = "java.math.BigInteger";

    private static final Map<String, ValueFormat> TABLE = Map.ofEntries(
            Map.entry("vite-address:string", ValueFormat.of(VITE + "Address")),
            Map.entry("vite-hash:string", ValueFormat.of(VITE + "Hash")),
            Map.entry("vite-token-id:string", ValueFormat.of(VITE + "TokenId")),
            Map.entry("vite-block-type:integer", ValueFormat.of(VITE + "BlockType")),
            Map.entry("base64:string", ValueFormat.of(VITE + "Bytes")),
            Map.entry("uint64:string", ValueFormat.of(VITE + "Height")),
            Map.entry("uint64:integer", new ValueFormat(VITE + "Height", null, "HeightNumberWriter", false)),
            Map.entry("decimal-integer:string", new ValueFormat(BIG_INTEGER, null, null, true)),
            Map.entry("evm-address:string", ValueFormat.of(VIGIL + "EvmAddress")),
            Map.entry("evm-hash:string", ValueFormat.of(VIGIL + "EvmHash")),
            Map.entry("api-key:string", ValueFormat.of(VIGIL + "ApiKey")),
            Map.entry("session-id:string", ValueFormat.of(VIGIL + "SessionId")),
            Map.entry("int32:integer", ValueFormat.of("java.lang.Integer")),
            Map.entry("int64:integer", ValueFormat.of("java.lang.Long")));

    /** Without a format: any size, any integral spelling, never through a floating-point number. */
    static final ValueFormat PLAIN_INTEGER = new ValueFormat(BIG_INTEGER, "IntegerReader", null, false);

    // One object a name: codemodel takes two objects for two types and would stop importing either.
    private final Map<String, JClass> refs = new HashMap<>();

    /** @return null if there is no such format for this JSON type */
    @Nullable
    ValueFormat find(String format, String jsonType) {
        return TABLE.get(format + ":" + jsonType);
    }

    JClass ref(JCodeModel model, String javaType) {
        return refs.computeIfAbsent(javaType, model::ref);
    }
}
