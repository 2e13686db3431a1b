package dev.lookout.benchmarks.peer;

import java.util.Arrays;

/** Subscriptions in one dense array, in no order: what a scan walks over. Ids are small integers. */
final class FilterTable<F> {
    private static final int START = 16;

    private Object[] filters = new Object[START];
    private int[] ids = new int[START];
    private int[] slots = new int[START];
    private int size;

    void add(int id, F filter) {
        if (size == ids.length) {
            filters = Arrays.copyOf(filters, 2 * size);
            ids = Arrays.copyOf(ids, 2 * size);
        }
        if (id >= slots.length) {
            slots = Arrays.copyOf(slots, Math.max(id + 1, 2 * slots.length));
        }
        filters[size] = filter;
        ids[size] = id;
        slots[id] = size++;
    }

    /** The last one moves into the gap. */
    void remove(int id) {
        int slot = slots[id];
        size--;
        filters[slot] = filters[size];
        ids[slot] = ids[size];
        slots[ids[slot]] = slot;
        filters[size] = null;
    }

    int size() {
        return size;
    }

    int id(int slot) {
        return ids[slot];
    }

    @SuppressWarnings("unchecked") // only F goes in
    F filter(int slot) {
        return (F) filters[slot];
    }

    F filterOf(int id) {
        return filter(slots[id]);
    }
}
