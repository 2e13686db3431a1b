package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmHash;
import dev.lookout.model.vigil.Keccak256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An event of an ABI, with the keys that its parameters have in {@code event_data}. */
public final class AbiEvent {
    private final String name;
    private final boolean anonymous;
    private final List<AbiParameter> inputs;
    private final List<String> keys;
    private final List<AbiType> plainTypes;
    private final int indexedCount;
    private final String signature;
    private final EvmHash topic0;

    AbiEvent(String name, boolean anonymous, List<AbiParameter> inputs) {
        this.name = name;
        this.anonymous = anonymous;
        this.inputs = List.copyOf(inputs);
        this.keys = keys(inputs);
        this.plainTypes = inputs.stream()
                .filter(input -> !input.indexed())
                .map(AbiParameter::type)
                .toList();
        this.indexedCount = inputs.size() - plainTypes.size();
        this.signature =
                name + AbiType.signature(inputs.stream().map(AbiParameter::type).toList());
        this.topic0 = Keccak256.hash(signature);
    }

    public String name() {
        return name;
    }

    /** Name and canonical types, without spaces. */
    public String signature() {
        return signature;
    }

    boolean isAnonymous() {
        return anonymous;
    }

    /** Keccak-256 of the signature; an anonymous event's logs do not carry it. */
    EvmHash topic0() {
        return topic0;
    }

    int indexedCount() {
        return indexedCount;
    }

    /**
     * The parameters of a log: first those from the data, then those from the topics, each in the order of the ABI (decision
     * D-28).
     *
     * @throws UndecodableException if the number of topics or the data does not fit
     */
    Map<String, AbiValue> decode(EvmLog log) {
        int firstArgument = anonymous ? 0 : 1;
        if (log.topics().size() - firstArgument != indexedCount) {
            throw new UndecodableException(signature + " has " + indexedCount + " indexed inputs, the log has "
                    + (log.topics().size() - firstArgument));
        }
        var plain = AbiDecoder.decode(plainTypes, log.data().toArray(), 0).iterator();
        var topics = log.topics().listIterator(firstArgument);
        var fromData = new LinkedHashMap<String, AbiValue>();
        var fromTopics = new LinkedHashMap<String, AbiValue>();
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).indexed()) {
                fromTopics.put(keys.get(i), indexed(inputs.get(i).type(), topics.next()));
            } else {
                fromData.put(keys.get(i), plain.next());
            }
        }
        fromData.putAll(fromTopics);
        return fromData;
    }

    private static AbiValue indexed(AbiType type, EvmHash topic) {
        return type.fitsTopic() ? AbiDecoder.decodeWord(type, topic.bytes()) : new AbiValue.Hex(topic.toString());
    }

    // Decision D-28: arg<position> for an unnamed one, a suffix for a name met before.
    private static List<String> keys(List<AbiParameter> inputs) {
        Set<String> taken = new TreeSet<>();
        var keys = new ArrayList<String>();
        for (int i = 0; i < inputs.size(); i++) {
            String given = inputs.get(i).name();
            String key = given.isEmpty() ? "arg" + i : given;
            while (!taken.add(key)) {
                key += "_" + i;
            }
            keys.add(key);
        }
        return List.copyOf(keys);
    }

    @Override
    public String toString() {
        return signature;
    }
}
