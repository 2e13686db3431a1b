package dev.lookout.gateway.vite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lookout.gateway.chain.Audience;
import dev.lookout.gateway.chain.EventLog;
import dev.lookout.gateway.chain.EventLog.Entry;
import dev.lookout.gateway.chain.TrimmedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The polling filters: what each is about, how far it has read the log, and when it was last polled. A filter that is left
 * alone costs the same however much happens, because its results are found when it is polled (ADR 42).
 *
 * <p>A filter that was not polled for longer than the idle limit is gone from that very moment; the table forgets it at the
 * next {@link #sweep}. So is one whose place in the log is no longer kept: its client makes a new one and fills the gap.
 *
 * <p>The last page can be had again: a poll with the request id of the poll before it gets the same page, because its answer
 * must have been lost. A client that gives every request the same id is recognised by that and always goes on.
 *
 * <p>Thread: any; polls of one filter run one after another.
 */
final class FilterTable {
    private static final int READ = 256;
    private static final String NOT_FOUND = "filter not found";

    private final Map<String, Filter> filters = new ConcurrentHashMap<>();
    private final AtomicInteger standing = new AtomicInteger();
    private final StreamIds ids = new StreamIds();
    private final EventLog<ViteChainEvent> log;
    private final InstantSource clock;
    private final ViteOptions options;
    private final Audience audience;

    FilterTable(EventLog<ViteChainEvent> log, InstantSource clock, ViteOptions options, Audience audience) {
        this.log = log;
        this.clock = clock;
        this.options = options;
        this.audience = audience;
    }

    /**
     * A new filter that reads from here on.
     *
     * @param requestId of the request that makes it, as spelled
     * @throws RpcFault if as many stand as are allowed
     */
    String install(ViteTopic topic, String requestId) {
        if (standing.incrementAndGet() > options.filters()) {
            standing.decrementAndGet();
            throw RpcFault.of("too many filters: " + options.filters()
                    + " stand, the limit of this server; uninstall some or wait until idle ones expire");
        }
        String id = ids.next();
        filters.put(id, new Filter(topic, log.last(), requestId, clock.instant()));
        audience.joined();
        return id;
    }

    /** Whether there was such a filter. */
    boolean uninstall(String id) {
        Filter gone = filters.remove(id);
        if (gone == null) {
            return false;
        }
        dropped();
        return !gone.isIdle(clock.instant());
    }

    /**
     * What is new for a filter.
     *
     * @param requestId as spelled
     * @return JSON text of the poll's result
     * @throws RpcFault {@code filter not found}
     */
    String changes(String id, String requestId) {
        Filter filter = filters.get(id);
        if (filter == null) {
            throw RpcFault.of(NOT_FOUND);
        }
        try {
            return filter.poll(id, requestId);
        } catch (TrimmedException e) {
            uninstall(id);
            throw RpcFault.of(NOT_FOUND);
        }
    }

    /** Forgets the filters whose time has run out. */
    void sweep() {
        Instant now = clock.instant();
        filters.forEach((id, filter) -> {
            if (filter.isIdle(now) && filters.remove(id, filter)) {
                dropped();
            }
        });
    }

    int size() {
        return filters.size();
    }

    private void dropped() {
        standing.decrementAndGet();
        audience.left();
    }

    /** One filter; its lock is its own. */
    private final class Filter {
        private final ViteTopic topic;
        private long read; // sequence of the last entry that was reported
        private long pageFrom; // where the last page began; equal to read if it had no results
        private String lastRequest;
        private int sameRequests = 1; // how many requests in a row had that id
        private Instant touched;

        Filter(ViteTopic topic, long read, String requestId, Instant now) {
            this.topic = topic;
            this.read = read;
            this.pageFrom = read;
            this.lastRequest = requestId;
            this.touched = now;
        }

        synchronized boolean isIdle(Instant now) {
            return Duration.between(touched, now).compareTo(options.filterIdle()) > 0;
        }

        synchronized String poll(String id, String requestId) {
            Instant now = clock.instant();
            if (isIdle(now)) {
                throw RpcFault.of(NOT_FOUND);
            }
            touched = now;
            sameRequests = requestId.equals(lastRequest) ? sameRequests + 1 : 1;
            lastRequest = requestId;
            var elements = new ArrayList<byte[]>();
            if (sameRequests == 2 && pageFrom < read) {
                collect(pageFrom, read, elements);
            } else {
                pageFrom = read;
                read = collect(read, Long.MAX_VALUE, elements);
                if (elements.isEmpty()) {
                    pageFrom = read;
                }
            }
            return result(id, elements);
        }

        /** Reads entries after {@code from} up to {@code until}; returns how far it came. */
        private long collect(long from, long until, List<byte[]> elements) {
            long position = from;
            while (position < until && elements.size() < options.resultsPerPoll()) {
                List<Entry<ViteChainEvent>> entries = log.read(position + 1, READ);
                if (entries.isEmpty()) {
                    return position;
                }
                for (Entry<ViteChainEvent> entry : entries) {
                    if (entry.sequence() > until || elements.size() >= options.resultsPerPoll()) {
                        return position;
                    }
                    elements.addAll(TopicResults.of(ViteDerivation.of(entry.event()), topic));
                    position = entry.sequence();
                }
            }
            return position;
        }

        private String result(String id, List<byte[]> elements) {
            String results = elements.isEmpty() && topic.emptyPollIsNull()
                    ? "null"
                    : '[' + new String(Results.join(elements), UTF_8) + ']';
            return "{\"result\":" + results + ",\"subscription\":\"" + id + "\"}";
        }
    }
}
