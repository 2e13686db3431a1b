package dev.lookout.benchmarks.peer;

import dev.lookout.benchmarks.workload.Filter;
import dev.lookout.benchmarks.workload.LogStream;
import dev.lookout.benchmarks.workload.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Lucene's Monitor, the reverse search of the JVM: a log is a document of five keyword fields, a filter is a query. The
 * presearcher indexes each query under its best term; left alone it would choose the signature, which half of all logs
 * have, so {@code t0} weighs little and the number of topics next to nothing. Heights are left out.
 */
final class LuceneMonitor implements Matcher<Query> {
    private static final String ADDRESS = "address";
    private static final String[] TOPIC = {"t0", "t1", "t2", "t3"};
    /** Holds 0 .. the number of topics, so that one term says "at least n". */
    private static final String AT_LEAST = "n";

    private static final int MANY_CLAUSES = 1 << 20;
    /** Registering one at a time would commit a segment for each. */
    private static final int REGISTERED_TOGETHER = 5_000;

    private final Monitor monitor;
    private final List<MonitorQuery> waiting = new ArrayList<>();
    private Document[] logs = {};

    LuceneMonitor() {
        IndexSearcher.setMaxClauseCount(MANY_CLAUSES);
        var weights = TermWeightor.combine(
                TermWeightor.fieldWeightor(0.01, TOPIC[0]), TermWeightor.fieldWeightor(0.0001, AT_LEAST));
        try {
            monitor = new Monitor(new KeywordAnalyzer(), new TermFilteredPresearcher(weights, List.of(), Set.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Query prepare(Filter filter) {
        var query = new BooleanQuery.Builder();
        if (!filter.scopes().isEmpty()) {
            query.add(
                    any(
                            ADDRESS,
                            filter.scopes().stream()
                                    .map(scope -> scope.address().toString())
                                    .toList()),
                    BooleanClause.Occur.FILTER);
        }
        int constrained = 0;
        for (int i = 0; i < filter.topics().size(); i++) {
            var position = filter.topics().get(i);
            if (!position.isEmpty()) {
                query.add(any(TOPIC[i], position.stream().map(Word::toString).toList()), BooleanClause.Occur.FILTER);
                constrained = i + 1;
            }
        }
        int positions = filter.topics().size();
        if (positions > constrained || query.build().clauses().isEmpty()) {
            query.add(new TermQuery(new Term(AT_LEAST, Integer.toString(positions))), BooleanClause.Occur.FILTER);
        }
        return query.build();
    }

    private static Query any(String field, List<String> values) {
        if (values.size() == 1) {
            return new TermQuery(new Term(field, values.get(0)));
        }
        var query = new BooleanQuery.Builder();
        values.forEach(value -> query.add(new TermQuery(new Term(field, value)), BooleanClause.Occur.SHOULD));
        return query.build();
    }

    @Override
    public void subscribe(int id, Query filter) {
        waiting.add(new MonitorQuery(Integer.toString(id), filter));
        if (waiting.size() == REGISTERED_TOGETHER) {
            registerWaiting();
        }
    }

    @Override
    public void unsubscribe(int id, Query filter) {
        registerWaiting();
        try {
            monitor.deleteById(Integer.toString(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void load(LogStream stream) {
        registerWaiting();
        logs = IntStream.range(0, stream.size())
                .mapToObj(log -> document(stream, log))
                .toArray(Document[]::new);
    }

    private void registerWaiting() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            monitor.register(waiting);
            waiting.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(LogStream logs, int log) {
        var document = new Document();
        document.add(keyword(ADDRESS, logs.address(log).toString()));
        document.add(keyword(AT_LEAST, "0"));
        for (int position = 0; position < logs.topics(log); position++) {
            document.add(keyword(TOPIC[position], logs.topic(log, position).toString()));
            document.add(keyword(AT_LEAST, Integer.toString(position + 1)));
        }
        return document;
    }

    private static Field keyword(String field, String value) {
        return new StringField(field, value, Field.Store.NO);
    }

    @Override
    public int match(int first, int count) {
        registerWaiting();
        try {
            if (count == 1) {
                return monitor.match(logs[first], QueryMatch.SIMPLE_MATCHER).getMatchCount();
            }
            var answers = monitor.match(Arrays.copyOfRange(logs, first, first + count), QueryMatch.SIMPLE_MATCHER);
            int found = 0;
            for (int i = 0; i < count; i++) {
                found += answers.getMatchCount(i);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void ids(int log, IntConsumer found) {
        registerWaiting();
        try {
            monitor.match(logs[log], QueryMatch.SIMPLE_MATCHER)
                    .getMatches()
                    .forEach(match -> found.accept(Integer.parseInt(match.getQueryId())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
