package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a log says by the ABIs of the contract that emitted it (VIGIL 4.7).
 *
 * @param values by key of {@code event_data}, in its order (decision D-28)
 */
public record DecodedEvent(AbiEvent event, Map<String, AbiValue> values) {
    public DecodedEvent {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Absent if no event of the ABIs fits the log.
     *
     * @param abis the contract's own first, then those of the implementations it delegates to
     */
    public static Optional<DecodedEvent> of(EvmLog log, List<ContractAbi> abis) {
        List<AbiEvent> named =
                log.topics().isEmpty() ? List.of() : named(log.topics().get(0), abis);
        if (!named.isEmpty()) {
            return named.stream().flatMap(event -> attempt(event, log).stream()).findFirst();
        }
        // Decision D-34: without a signature in the log, only a single candidate is no guess.
        var anonymous = anonymous(log.topics().size(), abis);
        return anonymous.size() == 1 ? attempt(anonymous.get(0), log) : Optional.empty();
    }

    private static List<AbiEvent> named(EvmHash topic0, List<ContractAbi> abis) {
        var events = new ArrayList<AbiEvent>();
        abis.forEach(abi -> events.addAll(abi.events(topic0)));
        return events;
    }

    private static List<AbiEvent> anonymous(int indexedCount, List<ContractAbi> abis) {
        var events = new ArrayList<AbiEvent>();
        for (var abi : abis) {
            abi.anonymousEvents().stream()
                    .filter(event -> event.indexedCount() == indexedCount)
                    .forEach(events::add);
        }
        return events;
    }

    private static Optional<DecodedEvent> attempt(AbiEvent event, EvmLog log) {
        try {
            return Optional.of(new DecodedEvent(event, event.decode(log)));
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }
}
