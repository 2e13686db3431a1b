package dev.lookout.testkit;

import java.util.List;

/** Valid Vite messages as JSON text, told apart by a number. */
public final class ViteSamples {
    /** An address of a user. */
    public static final String USER = "vite_ab24ef68b84e642c0ddca06beec81c9acb1977bbd7da27a87a";

    /** An address of a contract. */
    public static final String CONTRACT = "vite_79ac3daebdfed6947c0aaeacd418eadf38a94dddefbd4acec1";

    /** The error of a poll whose filter the node does not know. */
    public static final String FILTER_NOT_FOUND = "filter not found";

    private static final String EVENT_TOPIC = "b94af1d4b8401b8201545e8211b72d72169050f6694be63e2f6ede119725d7fd";

    private ViteSamples() {}

    /** The hash of the block of this number. */
    public static String hash(long number) {
        return "%064x".formatted(number);
    }

    /** A snapshot block of height {@code height}; its hash is {@link #hash} of the same number. */
    public static String snapshotBlock(long height, boolean removed) {
        return "{\"hash\":\"" + hash(height) + "\",\"height\":\"" + height + "\",\"removed\":" + removed + "}";
    }

    /** An account block as the subscription to all accounts tells it. */
    public static String accountBlock(long number, boolean removed) {
        return "{\"hash\":\"" + hash(number) + "\",\"removed\":" + removed + "}";
    }

    /** An account block as the subscription to one account tells it. */
    public static String accountBlockOfAddress(long height, boolean removed) {
        return snapshotBlock(height, removed);
    }

    /** An unreceived block; never received and removed at once. */
    public static String unreceivedBlock(long number, boolean received, boolean removed) {
        return "{\"hash\":\"" + hash(number) + "\",\"received\":" + received + ",\"removed\":" + removed + "}";
    }

    /** A log of {@link #CONTRACT} in its block of height {@code height}, with one topic and a word of data. */
    public static String vmLog(long height, boolean removed) {
        return "{\"vmlog\":{\"topics\":[\"" + EVENT_TOPIC
                + "\"],\"data\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAo=\"},"
                + "\"accountBlockHash\":\"" + hash(height) + "\",\"accountBlockHeight\":\"" + height
                + "\",\"address\":\""
                + CONTRACT + "\",\"removed\":" + removed + "}";
    }

    /** A callback of a subscription with these results, each a JSON text. */
    public static String callback(String subscriptionId, List<String> results) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"subscribe_subscription\",\"params\":{\"subscription\":\""
                + subscriptionId + "\",\"result\":[" + String.join(",", results) + "]}}";
    }

    /** The value that answers a poll with these events, each a JSON text. */
    public static String changes(String filterId, List<String> results) {
        return "{\"result\":[" + String.join(",", results) + "],\"subscription\":\"" + filterId + "\"}";
    }
}
