package dev.lookout.benchmarks.peer;

import com.codahale.metrics.MetricRegistry;
import com.hivemq.metrics.MetricsHolder;
import com.hivemq.mqtt.message.QoS;
import com.hivemq.mqtt.message.subscribe.Topic;
import com.hivemq.mqtt.topic.tree.LocalTopicTree;
import dev.lookout.benchmarks.workload.Filter;
import dev.lookout.benchmarks.workload.LogStream;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The topic tree of the HiveMQ community edition: a trie over the levels of {@link TopicStrings}. */
final class HiveMqTree implements Matcher<String[]> {
    private static final byte NO_FLAGS = 0;
    /** Neither subscription nor removal is of a group. */
    private static final @Nullable String NO_GROUP = null;

    private final LocalTopicTree tree = new LocalTopicTree(new MetricsHolder(new MetricRegistry()));
    private String[] logs = {};

    @Override
    public String[] prepare(Filter filter) {
        return TopicStrings.filters(filter);
    }

    @Override
    public void subscribe(int id, String[] filter) {
        var subscriber = Integer.toString(id);
        for (String topic : filter) {
            tree.addTopic(subscriber, new Topic(topic, QoS.AT_MOST_ONCE), NO_FLAGS, NO_GROUP);
        }
    }

    @Override
    public void unsubscribe(int id, String[] filter) {
        var subscriber = Integer.toString(id);
        for (String topic : filter) {
            tree.removeSubscriber(subscriber, topic, NO_GROUP);
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
            found += tree.findTopicSubscribers(logs[log]).getSubscribers().size();
        }
        return found;
    }

    @Override
    public void ids(int log, IntConsumer found) {
        tree.findTopicSubscribers(logs[log])
                .getSubscribers()
                .forEach(subscriber -> found.accept(Integer.parseInt(subscriber.getSubscriber())));
    }
}
