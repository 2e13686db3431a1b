package io.moquette.broker.subscriptions;

import dev.lookout.benchmarks.peer.Matcher;
import dev.lookout.benchmarks.peer.TopicStrings;
import dev.lookout.benchmarks.workload.Filter;
import dev.lookout.benchmarks.workload.LogStream;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.function.IntConsumer;

/** Moquette's concurrent trie over the levels of {@link TopicStrings}. Splitting a log's string is part of its match. */
public final class MoquetteTree implements Matcher<String[]> {
    private final CTrie tree = new CTrie();
    private String[] logs = {};

    @Override
    public String[] prepare(Filter filter) {
        return TopicStrings.filters(filter);
    }

    @Override
    public void subscribe(int id, String[] filter) {
        var client = Integer.toString(id);
        for (String topic : filter) {
            tree.addToTree(new Subscription(client, new Topic(topic), MqttQoS.AT_MOST_ONCE));
        }
    }

    @Override
    public void unsubscribe(int id, String[] filter) {
        var client = Integer.toString(id);
        for (String topic : filter) {
            tree.removeFromTree(new Topic(topic), client);
        }
    }

    @Override
    public void load(LogStream stream) {
        logs = TopicStrings.logs(stream);
    }

    @Override
    public int match(int first, int count) {
        int found = 0;
        for (int log = first; log < first + count; log++) {
            found += tree.recursiveMatch(new Topic(logs[log])).size();
        }
        return found;
    }

    @Override
    public void ids(int log, IntConsumer found) {
        tree.recursiveMatch(new Topic(logs[log]))
                .forEach(subscription -> found.accept(Integer.parseInt(subscription.getClientId())));
    }
}
