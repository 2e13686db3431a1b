package dev.lookout.gateway.vite;

import java.util.LinkedHashMap;
import java.util.Map;

/** The names by which the five topics are asked for (VITE 2.1, 2.2): current, {@code create...}, and those of 2019. */
final class StreamNames {
    /** What a name stands for. */
    record Meaning(TopicKind kind, Generation generation) {}

    /** Event names of {@code subscribe_subscribe}. */
    static final Map<String, Meaning> EVENTS = events();

    /** Names of the methods that make a polling filter, namespace included. */
    static final Map<String, Meaning> FILTERS = filters();

    private StreamNames() {}

    private static Map<String, Meaning> events() {
        var names = new LinkedHashMap<String, Meaning>();
        put(names, TopicKind.SNAPSHOTS, "newSnapshotBlock", "createSnapshotBlockSubscription", "newSnapshotBlocks");
        put(names, TopicKind.ACCOUNTS, "newAccountBlock", "createAccountBlockSubscription", "newAccountBlocks");
        put(
                names,
                TopicKind.ACCOUNTS_OF,
                "newAccountBlockByAddress",
                "createAccountBlockSubscriptionByAddress",
                "newAccountBlocksByAddr");
        put(
                names,
                TopicKind.UNRECEIVED_OF,
                "newUnreceivedBlockByAddress",
                "createUnreceivedBlockSubscriptionByAddress",
                "newOnroadBlocksByAddr");
        put(names, TopicKind.LOGS, "newVmLog", "createVmlogSubscription", "newLogs");
        return names;
    }

    private static Map<String, Meaning> filters() {
        var names = new LinkedHashMap<String, Meaning>();
        put(
                names,
                TopicKind.SNAPSHOTS,
                "subscribe_newSnapshotBlockFilter",
                "subscribe_createSnapshotBlockFilter",
                "subscribe_newSnapshotBlocksFilter");
        put(
                names,
                TopicKind.ACCOUNTS,
                "subscribe_newAccountBlockFilter",
                "subscribe_createAccountBlockFilter",
                "subscribe_newAccountBlocksFilter");
        put(
                names,
                TopicKind.ACCOUNTS_OF,
                "subscribe_newAccountBlockByAddressFilter",
                "subscribe_createAccountBlockFilterByAddress",
                "subscribe_newAccountBlocksByAddrFilter");
        put(
                names,
                TopicKind.UNRECEIVED_OF,
                "subscribe_newUnreceivedBlockByAddressFilter",
                "subscribe_createUnreceivedBlockFilterByAddress",
                "subscribe_newOnroadBlocksByAddrFilter");
        put(
                names,
                TopicKind.LOGS,
                "subscribe_newVmLogFilter",
                "subscribe_createVmLogFilter",
                "subscribe_newLogsFilter");
        return names;
    }

    private static void put(Map<String, Meaning> names, TopicKind kind, String current, String alias, String first) {
        names.put(current, new Meaning(kind, Generation.V2));
        names.put(alias, new Meaning(kind, Generation.V2));
        names.put(first, new Meaning(kind, Generation.V1));
    }
}
