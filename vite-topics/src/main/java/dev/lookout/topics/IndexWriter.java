package dev.lookout.topics;

import java.util.Arrays;

/**
 * The changing side of an index: turns filters into keys, puts them into the tables, and publishes a new {@link View} when
 * something other than a table's content changed.
 *
 * <p>Thread: under the index's lock, but {@link #view}, which is for everybody.
 */
final class IndexWriter {

    private static final long[] NO_KEYS = {};

    private final IndexLimits limits;
    private final int stagedFrom;
    private final HashSeed seed;
    private final IdPool ids;
    private final SignatureTable signatures;
    private final TupleUse tuples = new TupleUse();
    private final KeyTable table;
    private final FilterRebuild filters;
    private final SubscriptionTable subscriptions = new SubscriptionTable();
    private final Key key;
    private volatile View view;

    /** @param stagedFrom number of keys from which on readers match in stages */
    IndexWriter(IndexLimits limits, long seed, int stagedFrom, Epochs epochs) {
        this.limits = limits;
        this.stagedFrom = stagedFrom;
        this.seed = new HashSeed(seed);
        ids = new IdPool(epochs, 0, Integer.MAX_VALUE);
        signatures = new SignatureTable(epochs);
        table = new KeyTable(this.seed, signatures, tuples);
        filters = new FilterRebuild(table, limits.presenceFilterBytes());
        key = new Key(this.seed);
        view = newView(new ProbePlan(0));
    }

    View view() {
        return view;
    }

    int subscribe(LogFilter filter) {
        if (subscriptions.live() >= limits.maxSubscriptions()) {
            throw new IndexLimitException("the index holds " + limits.maxSubscriptions() + " subscriptions, its limit");
        }
        for (int i = 0; i < filter.positionCount(); i++) {
            if (filter.alternativeCount(i) > limits.maxAlternativesPerPosition()) {
                throw new IndexLimitException("position " + i + " of the filter has " + filter.alternativeCount(i)
                        + " alternatives; the limit is " + limits.maxAlternativesPerPosition());
            }
        }
        boolean canMatch = filter.positionCount() <= LogBatch.MAX_TOPICS;
        FilterPlan plan = canMatch ? FilterPlan.of(filter, tuples.inUse(), limits) : null;
        int id = ids.take();
        if (id < 0) {
            throw new IndexLimitException(
                    "every id is taken or waits for a reader that has neither matched nor been idle");
        }
        try {
            subscriptions.put(id, plan == null ? NO_KEYS : addKeys(filter, plan, id));
        } finally {
            afterChange();
        }
        return id;
    }

    void unsubscribe(int id) {
        if (!subscriptions.isLive(id)) {
            throw new IllegalArgumentException("no live subscription has the id " + id);
        }
        removeKeys(subscriptions.remove(id), id);
        ids.release(id);
        afterChange();
    }

    IndexStats stats() {
        return new IndexStats(
                subscriptions.live(),
                table.keys(),
                Long.bitCount(tuples.inUse()),
                signatures.size(),
                table.bytes() + subscriptions.bytes(),
                8L * filters.current().words().length);
    }

    /** All keys of the filter, or none if one cannot be added. */
    private long[] addKeys(LogFilter filter, FilterPlan plan, int id) {
        var hashes = new long[(int) plan.keyCount()];
        var expansion = new KeyExpansion(filter, plan, key, signatures, seed);
        Residual residual = plan.residual(seed);
        int added = 0;
        try {
            while (expansion.next()) {
                int address = expansion.address();
                hashes[added] = key.hash();
                filters.add(key);
                table.add(key, hashes[added], id, filter.from(address), filter.to(address), residual);
                added++;
            }
        } catch (IndexLimitException | OutOfMemoryError e) {
            removeKeys(Arrays.copyOf(hashes, added), id);
            ids.release(id);
            throw e;
        } finally {
            expansion.close();
        }
        return hashes;
    }

    private void removeKeys(long[] hashes, int id) {
        for (long hash : hashes) {
            table.remove(hash, id);
            filters.keyRemoved();
        }
    }

    /**
     * Publishes what changed. The view is stored even if it is the same: whoever loads it afterwards sees all plain stores
     * of the change.
     */
    private void afterChange() {
        boolean newFilter = filters.step();
        View now = view;
        ProbePlan plan = now.plan().tuples == tuples.inUse() ? now.plan() : new ProbePlan(tuples.inUse());
        boolean changed = newFilter
                || plan != now.plan()
                || signatures.lookup() != now.signatures()
                || now.isLarge() != isLarge();
        view = changed ? newView(plan) : now;
    }

    private boolean isLarge() {
        return table.keys() >= stagedFrom;
    }

    private View newView(ProbePlan plan) {
        return new View(seed, plan, filters.current(), signatures.lookup(), table, isLarge());
    }
}
