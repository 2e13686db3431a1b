package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmHash;
import dev.lookout.transport.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an ABI says about a contract, indexed as the chain refers to it: functions by selector, events by topic.
 *
 * <p>Immutable.
 */
public final class ContractAbi {
    /** What calldata starts with. */
    static final int SELECTOR_BYTES = 4;

    private final Map<String, AbiFunction> functions = new LinkedHashMap<>();
    private final Map<EvmHash, List<AbiEvent>> events = new LinkedHashMap<>();
    private final List<AbiEvent> anonymousEvents = new ArrayList<>();
    private final boolean receives;
    private final boolean fallsBack;

    ContractAbi(List<AbiFunction> functions, List<AbiEvent> events, boolean receives, boolean fallsBack) {
        functions.forEach(function -> this.functions.putIfAbsent(function.selector(), function));
        for (var event : events) {
            if (event.isAnonymous()) {
                anonymousEvents.add(event);
            } else {
                this.events
                        .computeIfAbsent(event.topic0(), topic -> new ArrayList<>())
                        .add(event);
            }
        }
        this.receives = receives;
        this.fallsBack = fallsBack;
    }

    /**
     * Reads an ABI as compilers write it.
     *
     * @param json the array of entries, or an artifact (an object) with the array in its member {@code abi}
     * @throws InvalidAbiException naming the entry and what is wrong with it
     */
    public static ContractAbi parse(JsonValue json) {
        return AbiJson.parse(json);
    }

    /** @param selector eight lower-case digits */
    Optional<AbiFunction> function(String selector) {
        return Optional.ofNullable(functions.get(selector));
    }

    /** Events with this topic; several when they differ in which inputs are indexed. */
    List<AbiEvent> events(EvmHash topic0) {
        return events.getOrDefault(topic0, List.of());
    }

    List<AbiEvent> anonymousEvents() {
        return anonymousEvents;
    }

    /** What a call without calldata reaches: {@code receive}, else {@code fallback}, else nothing that the ABI knows. */
    @Nullable
    String plainTransferTarget() {
        return receives ? "receive" : fallsBack ? "fallback" : null;
    }

    /** How many functions and events it knows, overloads counted one by one. */
    public int size() {
        return functions.size()
                + anonymousEvents.size()
                + events.values().stream().mapToInt(List::size).sum();
    }
}
