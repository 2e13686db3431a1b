package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.LogFilter.Range;
import dev.lookout.gateway.vite.ViteMessages.LogMessage;
import dev.lookout.model.vite.Hash;
import dev.lookout.topics.IndexLimitException;
import dev.lookout.topics.LogBatch;
import dev.lookout.topics.MatchReader;
import dev.lookout.topics.Matches;
import dev.lookout.topics.TopicIndex;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;

/**
 * A {@link LogMatcher} over {@link TopicIndex}: its cost follows the matches, not the subscriptions (ADR 44).
 *
 * <p>The index knows numbers; this class knows which topic each stands for. A number is published after the index took the topic
 * and taken back before the index lets go of it, so a match under way finds the right topic or none.
 */
final class IndexedLogMatcher implements LogMatcher {
    private static final int LOGS = 64;
    private static final int IDS = 4096;

    private final TopicIndex index;
    private final Map<ViteTopic.Logs, Integer> idOf = new ConcurrentHashMap<>();
    private final Object growing = new Object(); // held for every write to topicOf and its elements
    private volatile AtomicReferenceArray<ViteTopic.Logs> topicOf = new AtomicReferenceArray<>(1024);

    // Of the matching thread.
    private final MatchReader reader;
    private final LogBatch batch = new LogBatch(LOGS);
    private final Matches matches = new Matches(LOGS, IDS);

    /** @param index only for this matcher */
    IndexedLogMatcher(TopicIndex index) {
        this.index = index;
        this.reader = index.newReader();
    }

    @Override
    public void add(ViteTopic.Logs topic) {
        int id;
        try {
            id = index.subscribe(indexed(topic.filter()));
        } catch (IndexLimitException e) {
            throw RpcFault.of("log filter refused: " + e.getMessage());
        }
        synchronized (growing) {
            AtomicReferenceArray<ViteTopic.Logs> topics = topicOf;
            if (id >= topics.length()) {
                topics = longer(topics, id);
                topicOf = topics;
            }
            topics.set(id, topic);
        }
        idOf.put(topic, id);
    }

    @Override
    public void remove(ViteTopic.Logs topic) {
        int id = Objects.requireNonNull(idOf.remove(topic), "the topic is not there");
        synchronized (growing) {
            clear(topicOf, id);
        }
        index.unsubscribe(id);
    }

    @Override
    public void matching(List<LogMessage> logs, BiConsumer<LogMessage, ViteTopic.Logs> found) {
        if (logs.isEmpty()) {
            return;
        }
        for (int from = 0; from < logs.size(); from += LOGS) {
            matchPage(logs.subList(from, Math.min(logs.size(), from + LOGS)), found);
        }
        reader.idle(); // the next log may be long in coming; ids given back are free again meanwhile
    }

    private void matchPage(List<LogMessage> page, BiConsumer<LogMessage, ViteTopic.Logs> found) {
        batch.clear();
        page.forEach(this::put);
        for (int next = 0; next < page.size(); ) {
            int answered = reader.match(batch, next, page.size() - next, matches);
            for (int log = 0; log < answered; log++) {
                report(page.get(next + log), log, found);
            }
            while (matches.isPartial()) {
                reader.resume(matches);
                report(page.get(next + answered - 1), 0, found);
            }
            next += answered;
        }
    }

    private void report(LogMessage message, int log, BiConsumer<LogMessage, ViteTopic.Logs> found) {
        AtomicReferenceArray<ViteTopic.Logs> topics = topicOf;
        int[] ids = matches.ids();
        for (int i = matches.begin(log); i < matches.end(log); i++) {
            ViteTopic.Logs topic = ids[i] < topics.length() ? topics.get(ids[i]) : null;
            if (topic != null) {
                found.accept(message, topic);
            }
        }
    }

    /** A recording may hold a log of more topics than a VM can make: no filter looks beyond the fourth. */
    private void put(LogMessage message) {
        batch.add(message.address().bytes(), message.height().longBits());
        List<Hash> topics = message.log().topics();
        for (int i = 0; i < Math.min(topics.size(), LogBatch.MAX_TOPICS); i++) {
            Hash topic = topics.get(i);
            batch.topic(topic.word(0), topic.word(1), topic.word(2), topic.word(3));
        }
    }

    private static dev.lookout.topics.LogFilter indexed(LogFilter filter) {
        var builder = dev.lookout.topics.LogFilter.builder();
        filter.ranges().forEach((address, range) -> builder.address(address.bytes(), from(range), to(range)));
        filter.topics()
                .forEach(alternatives ->
                        builder.topics(alternatives.stream().map(Hash::bytes).toList()));
        return builder.build();
    }

    private static long from(Range range) {
        return range.from().longBits();
    }

    private static long to(Range range) {
        return range.to().longBits();
    }

    private static AtomicReferenceArray<ViteTopic.Logs> longer(AtomicReferenceArray<ViteTopic.Logs> topics, int id) {
        var longer = new AtomicReferenceArray<ViteTopic.Logs>(Math.max(id + 1, 2 * topics.length()));
        for (int i = 0; i < topics.length(); i++) {
            longer.setPlain(i, topics.getPlain(i));
        }
        return longer;
    }

    @SuppressWarnings("NullAway") // an id that stands for nothing has no topic
    private static void clear(AtomicReferenceArray<ViteTopic.Logs> topics, int id) {
        topics.set(id, null);
    }
}
