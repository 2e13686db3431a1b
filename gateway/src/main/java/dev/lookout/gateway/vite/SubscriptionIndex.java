package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.ViteMessages.AccountMessage;
import dev.lookout.gateway.vite.ViteMessages.AccountMessageOf;
import dev.lookout.gateway.vite.ViteMessages.LogMessage;
import dev.lookout.gateway.vite.ViteMessages.SnapshotMessage;
import dev.lookout.gateway.vite.ViteMessages.UnreceivedMessage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who subscribed to what. Equal topics share one entry: their results are found and encoded once.
 *
 * <p>Thread: {@link #add} and {@link #remove} on any; {@link #deliver} on the fan-out's thread, beside them.
 */
final class SubscriptionIndex {
    private static final Generation[] GENERATIONS = Generation.values();

    private final Map<ViteTopic, Set<Subscription>> subscribers = new ConcurrentHashMap<>();
    private final LogMatcher logMatcher;

    SubscriptionIndex(LogMatcher logMatcher) {
        this.logMatcher = logMatcher;
    }

    /**
     * From now on {@link #deliver} counts the subscription in.
     *
     * @throws RpcFault if its filter is more than the matcher takes; nothing was added
     */
    void add(Subscription subscription) {
        subscribers.compute(subscription.topic(), (topic, standing) -> {
            Set<Subscription> set = standing;
            if (set == null) {
                if (topic instanceof ViteTopic.Logs logs) {
                    logMatcher.add(logs);
                }
                set = ConcurrentHashMap.newKeySet(1);
            }
            set.add(subscription);
            return set;
        });
    }

    void remove(Subscription subscription) {
        subscribers.computeIfPresent(subscription.topic(), (topic, standing) -> {
            standing.remove(subscription);
            if (!standing.isEmpty()) {
                return standing;
            }
            if (topic instanceof ViteTopic.Logs logs) {
                logMatcher.remove(logs);
            }
            return null;
        });
    }

    /** Topics with at least one subscription. */
    int topics() {
        return subscribers.size();
    }

    /** Hands each subscription that is concerned what the event says to it. */
    void deliver(ViteMessages messages, BiConsumer<Subscription, List<Results>> to) {
        var found = new LinkedHashMap<ViteTopic, List<byte[]>>();
        for (Generation generation : GENERATIONS) {
            for (SnapshotMessage message : messages.snapshots()) {
                collect(found, new ViteTopic.Snapshots(generation), () -> ViteEncoder.snapshot(message, generation));
            }
            for (AccountMessage message : messages.accounts()) {
                collect(found, new ViteTopic.Accounts(generation), () -> ViteEncoder.account(message));
            }
            for (AccountMessageOf message : messages.accountsByAddress()) {
                collect(
                        found,
                        new ViteTopic.AccountsOf(generation, message.address()),
                        () -> ViteEncoder.accountOf(message, generation));
            }
            for (UnreceivedMessage message : messages.unreceived()) {
                collect(
                        found,
                        new ViteTopic.UnreceivedOf(generation, message.address()),
                        () -> ViteEncoder.unreceived(message, generation));
            }
        }
        var encoded = new EncodedLog();
        logMatcher.matching(
                messages.logs(),
                (message, topic) -> found.computeIfAbsent(topic, none -> new ArrayList<>())
                        .add(encoded.of(message, topic.generation())));
        found.forEach((topic, elements) -> {
            List<Results> results = Results.of(elements);
            subscribers.getOrDefault(topic, Set.of()).forEach(one -> to.accept(one, results));
        });
    }

    private void collect(Map<ViteTopic, List<byte[]>> found, ViteTopic topic, Supplier<byte[]> encode) {
        if (subscribers.containsKey(topic)) {
            found.computeIfAbsent(topic, none -> new ArrayList<>()).add(encode.get());
        }
    }

    /** Encodes each log once per generation; the logs come one after the other. */
    private static final class EncodedLog {
        private final Map<Generation, byte[]> encoded = new EnumMap<>(Generation.class);
        private @Nullable LogMessage message; // the one that the texts are of

        byte[] of(LogMessage log, Generation generation) {
            if (!log.equals(message)) {
                message = log;
                encoded.clear();
            }
            return encoded.computeIfAbsent(generation, one -> ViteEncoder.log(log, one));
        }
    }
}
