package dev.lookout.gateway.vite;

import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A VmLogFilterParam as far as its JSON types are right; addresses and heights are judged by {@link #filter}, because the
 * node reports them as errors of the method and not of the parameter (VITE 1.6).
 *
 * @param ranges by address text; empty when missing, null or {@code {}}
 * @param pageSize 0 = the default
 */
record LogFilterParam(
        Map<String, RangeText> ranges, List<Set<Hash>> topics, BigInteger pageIndex, BigInteger pageSize) {

    /** Heights as written. */
    record RangeText(String from, String to) {}

    private static final RangeText OPEN = new RangeText("0", "0");
    private static final BigInteger UINT64_MAX = Height.MAX.toBigInteger();

    /** @throws IllegalArgumentException in the node's words if a member has the wrong JSON type */
    static LogFilterParam read(JsonValue value, Generation generation) {
        if (value != JsonNull.NULL && !(value instanceof JsonObject)) {
            throw GoDecoding.mismatch(value, "Go value of type api.VmLogFilterParam");
        }
        String rangeName = generation == Generation.V1 ? "addrRange" : "addressHeightRange";
        Map<String, RangeText> ranges = Map.of();
        List<Set<Hash>> topics = List.of();
        BigInteger pageIndex = BigInteger.ZERO;
        BigInteger pageSize = BigInteger.ZERO;
        Map<String, JsonValue> members = value instanceof JsonObject object ? object.members() : Map.of();
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            String name = member.getKey().toLowerCase(Locale.ROOT); // Go matches member names without case
            JsonValue given = member.getValue();
            if (name.equals(rangeName.toLowerCase(Locale.ROOT))) {
                ranges = ranges(given, rangeName);
            } else if (name.equals("topics")) {
                topics = topics(given);
            } else if (generation == Generation.V2 && name.equals("pageindex")) {
                pageIndex = page(given, "pageIndex");
            } else if (generation == Generation.V2 && name.equals("pagesize")) {
                pageSize = page(given, "pageSize");
            }
        }
        return new LogFilterParam(ranges, topics, pageIndex, pageSize);
    }

    /**
     * The filter it means.
     *
     * @throws RpcFault -32002 in the node's words for a bad address or height, or for what our limits refuse
     */
    LogFilter filter(ViteOptions options) {
        if (ranges.isEmpty()) {
            throw RpcFault.of("addressHeightRange is nil");
        }
        if (ranges.size() > options.addressesPerFilter()) {
            throw RpcFault.of(
                    "filter names " + ranges.size() + " addresses, the limit is " + options.addressesPerFilter());
        }
        int alternatives = topics.stream().mapToInt(Set::size).sum();
        if (alternatives > options.topicAlternatives()) {
            throw RpcFault.of("filter names " + alternatives + " topics, the limit is " + options.topicAlternatives());
        }
        try {
            var parsed = new LinkedHashMap<Address, LogFilter.Range>();
            ranges.forEach((address, range) -> parsed.put(
                    GoDecoding.address(address),
                    new LogFilter.Range(GoDecoding.height(range.from()), GoDecoding.height(range.to()))));
            return new LogFilter(parsed, topics);
        } catch (IllegalArgumentException e) {
            throw RpcFault.of(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, RangeText> ranges(JsonValue value, String field) {
        if (value == JsonNull.NULL) {
            return Map.of();
        }
        if (!(value instanceof JsonObject addresses)) {
            throw GoDecoding.mismatch(
                    value, "Go struct field VmLogFilterParam." + field + " of type map[string]*api.Range");
        }
        var ranges = new LinkedHashMap<String, RangeText>();
        addresses.members().forEach((address, range) -> ranges.put(address, range(range, field)));
        return ranges;
    }

    private static RangeText range(JsonValue value, String field) {
        if (value == JsonNull.NULL) {
            return OPEN;
        }
        if (!(value instanceof JsonObject range)) {
            throw GoDecoding.mismatch(value, "Go struct field VmLogFilterParam." + field + " of type api.Range");
        }
        String from = "";
        String to = "";
        for (Map.Entry<String, JsonValue> member : range.members().entrySet()) {
            String name = member.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("fromheight")) {
                from = heightText(member.getValue(), field + ".fromHeight");
            } else if (name.equals("toheight")) {
                to = heightText(member.getValue(), field + ".toHeight");
            }
        }
        return new RangeText(from, to);
    }

    private static String heightText(JsonValue value, String field) {
        if (value == JsonNull.NULL) {
            return "";
        }
        if (value instanceof JsonString text) {
            return text.text();
        }
        throw GoDecoding.mismatch(value, "Go struct field Range." + field + " of type string");
    }

    private static List<Set<Hash>> topics(JsonValue value) {
        if (value == JsonNull.NULL) {
            return List.of();
        }
        if (!(value instanceof JsonArray positions)) {
            throw GoDecoding.mismatch(value, "Go struct field VmLogFilterParam.topics of type [][]types.Hash");
        }
        var topics = new ArrayList<Set<Hash>>();
        for (JsonValue position : positions.elements()) {
            var alternatives = new LinkedHashSet<Hash>();
            if (position instanceof JsonArray hashes) {
                hashes.elements().forEach(hash -> alternatives.add(GoDecoding.hash(hash)));
            } else if (position != JsonNull.NULL) {
                throw GoDecoding.mismatch(position, "Go struct field VmLogFilterParam.topics of type []types.Hash");
            }
            topics.add(alternatives);
        }
        return topics;
    }

    private static BigInteger page(JsonValue value, String field) {
        try {
            return GoDecoding.integer(value, BigInteger.ZERO, UINT64_MAX, "uint64");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    String.valueOf(e.getMessage())
                            .replace("Go value of type", "Go struct field VmLogFilterParam." + field + " of type"),
                    e);
        }
    }
}
