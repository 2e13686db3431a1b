package dev.lookout.model.vigil;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lookout.model.RawJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which method a transaction calls (VIGIL section 2.7, decision D-26).
 *
 * <p>By hand, because what is absent and what is null means different things here: a creation has nothing but the name
 * {@code ContractDeploy}; a call of something unknown has all four parts, some of them null.
 */
public final class CalledMethod {
    private static final String DEPLOY = "ContractDeploy";
    private static final CalledMethod DEPLOYMENT = new CalledMethod(DEPLOY, null, null, null);

    private final @Nullable String name;
    private final @Nullable String canonicalSignature;
    private final @Nullable String selector;
    private final @Nullable EvmHash hash;

    private CalledMethod(
            @Nullable String name,
            @Nullable String canonicalSignature,
            @Nullable String selector,
            @Nullable EvmHash hash) {
        this.name = name;
        this.canonicalSignature = canonicalSignature;
        this.selector = selector;
        this.hash = hash;
    }

    /** A method that the ABI knows. */
    public static CalledMethod known(String name, String canonicalSignature, String selector, EvmHash hash) {
        return new CalledMethod(name, canonicalSignature, selector, hash);
    }

    /** The creation of a contract. */
    public static CalledMethod deployment() {
        return DEPLOYMENT;
    }

    /** @param selector 8 hex digits, or null if the calldata has fewer than four bytes */
    public static CalledMethod unknown(@Nullable String selector) {
        return new CalledMethod(null, null, selector, null);
    }

    /** @param name {@code receive} or {@code fallback}, or null if the ABI has neither */
    public static CalledMethod withoutCalldata(@Nullable String name) {
        return new CalledMethod(name, null, null, null);
    }

    /** Null when the method is unknown. */
    public @Nullable String name() {
        return name;
    }

    public @Nullable String canonicalSignature() {
        return canonicalSignature;
    }

    /** First four bytes of the hash: 8 hex digits without {@code 0x}. */
    public @Nullable String selector() {
        return selector;
    }

    /** Keccak-256 of the canonical signature. */
    public @Nullable EvmHash hash() {
        return hash;
    }

    public boolean isDeployment() {
        return DEPLOY.equals(name) && canonicalSignature == null && selector == null && hash == null;
    }

    @JsonCreator
    static CalledMethod read(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("canonical_signature") @Nullable String canonicalSignature,
            @JsonProperty("selector") @Nullable String selector,
            @JsonProperty("hash") @Nullable EvmHash hash) {
        return new CalledMethod(name, canonicalSignature, selector, hash);
    }

    @JsonValue
    Map<String, RawJson> wire() {
        Map<String, RawJson> members = new LinkedHashMap<>();
        members.put("name", text(name));
        if (!isDeployment()) {
            members.put("canonical_signature", text(canonicalSignature));
            members.put("selector", text(selector));
            members.put("hash", text(hash));
        }
        return members;
    }

    private static RawJson text(@Nullable Object value) {
        return value == null ? RawJson.NULL : RawJson.of(value.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CalledMethod that
                && Objects.equals(name, that.name)
                && Objects.equals(canonicalSignature, that.canonicalSignature)
                && Objects.equals(selector, that.selector)
                && Objects.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, canonicalSignature, selector, hash);
    }

    @Override
    public String toString() {
        return "CalledMethod" + wire();
    }
}
