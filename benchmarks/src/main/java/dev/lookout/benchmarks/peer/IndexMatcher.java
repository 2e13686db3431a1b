package dev.lookout.benchmarks.peer;

import dev.lookout.benchmarks.workload.Filter;
import dev.lookout.benchmarks.workload.LogStream;
import dev.lookout.benchmarks.workload.Word;
import dev.lookout.topics.LogBatch;
import dev.lookout.topics.LogFilter;
import dev.lookout.topics.MatchReader;
import dev.lookout.topics.Matches;
import dev.lookout.topics.TopicIndex;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Our own engine. Its ids are its own; two arrays translate them, made at the start and touched only by subscribing and
 * by {@link #ids}, never by {@link #match}.
 *
 * <p>Thread: one subscribes and unsubscribes while another one matches.
 */
final class IndexMatcher implements Matcher<LogFilter> {
    /** How logs are handed over. */
    enum Call {
        SINGLE,
        BATCH
    }

    private static final int MOST_LOGS = 256;
    private static final int ROOM_FOR_IDS = 1 << 16;

    private final TopicIndex index = TopicIndex.create();
    private final MatchReader reader = index.newReader();
    private final Matches matches;
    private int[] indexIds;
    private int[] callerIds;
    private LogBatch logs = new LogBatch(1);

    IndexMatcher(int ids, Call call) {
        matches = new Matches(call == Call.SINGLE ? 1 : MOST_LOGS, ROOM_FOR_IDS);
        indexIds = new int[ids + 1];
        callerIds = new int[ids + 1];
    }

    @Override
    public LogFilter prepare(Filter filter) {
        var builder = LogFilter.builder();
        if (filter.scopes().isEmpty()) {
            builder.anyAddress();
        }
        filter.scopes().forEach(scope -> builder.address(scope.address().bytes(), scope.from(), scope.to()));
        filter.topics()
                .forEach(position ->
                        builder.topics(position.stream().map(Word::bytes).toList()));
        return builder.build();
    }

    @Override
    public void subscribe(int id, LogFilter filter) {
        int indexId = index.subscribe(filter);
        indexIds = put(indexIds, id, indexId);
        callerIds = put(callerIds, indexId, id);
    }

    private static int[] put(int[] ids, int at, int id) {
        var roomy = at < ids.length ? ids : Arrays.copyOf(ids, Math.max(at + 1, 2 * ids.length));
        roomy[at] = id;
        return roomy;
    }

    @Override
    public void unsubscribe(int id, LogFilter filter) {
        index.unsubscribe(indexIds[id]);
    }

    @Override
    public void load(LogStream stream) {
        var batch = new LogBatch(Math.max(1, stream.size()));
        for (int log = 0; log < stream.size(); log++) {
            batch.add(stream.address(log).bytes(), stream.height(log));
            for (int position = 0; position < stream.topics(log); position++) {
                var topic = stream.topic(log, position);
                batch.topic(topic.a(), topic.b(), topic.c(), topic.d());
            }
        }
        logs = batch;
    }

    @Override
    public int match(int first, int count) {
        int found = 0;
        for (int log = first; log < first + count; ) {
            int answered = reader.match(logs, log, first + count - log, matches);
            found += matches.size();
            while (matches.isPartial()) {
                reader.resume(matches);
                found += matches.size();
            }
            log += answered;
        }
        return found;
    }

    @Override
    public void ids(int log, IntConsumer found) {
        reader.match(logs, log, 1, matches);
        tell(found);
        while (matches.isPartial()) {
            reader.resume(matches);
            tell(found);
        }
    }

    private void tell(IntConsumer found) {
        for (int i = 0; i < matches.size(); i++) {
            found.accept(callerIds[matches.ids()[i]]);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
