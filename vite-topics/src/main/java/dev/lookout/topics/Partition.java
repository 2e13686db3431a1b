package dev.lookout.topics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * One of the tables that hold the keys: slots that point at records, and the records behind them.
 *
 * <p>Records are only ever appended; what is replaced stays where it is, unreachable, until the whole partition is
 * {@linkplain KeyTable rewritten} and a new version takes its place. So a reader that holds a version can trust every
 * word of it, and the garbage collector decides when nobody does any more.
 *
 * <pre>
 *   slot        12 bits  tag: bits of the key hash that did not choose the slot
 *               20 bits  where the record is in {@link #words}, 0 = none
 *   0           never used: here a walk ends
 *   tag, 0      removed: a walk goes on
 * </pre>
 *
 * <p>Thread: {@link #find} anywhere; changes under the index's lock. A slot is stored last, with release, and loaded with
 * acquire: whoever sees it sees its record.
 */
final class Partition {
    static final int OFFSET_BITS = 20;
    static final int MAX_WORDS = 1 << OFFSET_BITS;

    private static final int OFFSET = MAX_WORDS - 1;
    private static final int TAG = ~OFFSET;
    private static final int REMOVED = 1 << OFFSET_BITS;
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final PostingList[] NO_LISTS = {};

    /** A partition without keys: one empty slot, no room. */
    static final Partition EMPTY = new Partition(new int[1], new long[1], 0);

    final int[] slots;
    final long[] words;

    /** Tells versions apart. */
    final int version;

    private PostingList[] lists = NO_LISTS; // published by the slot of the record that names a new one

    private int filledSlots;
    private int live;
    private int end = 1; // of the words in use; 0 is the offset of no record
    private int garbage;
    private int listsEnd;

    private Partition(int[] slots, long[] words, int version) {
        this.slots = slots;
        this.words = words;
        this.version = version;
    }

    static Partition ofSize(int slots, int words, int version) {
        return new Partition(new int[slots], new long[words], version);
    }

    /** This partition with more room for records. */
    Partition withWords(int size, int newVersion) {
        var next = new Partition(slots.clone(), Arrays.copyOf(words, size), newVersion);
        next.lists = lists.clone();
        next.filledSlots = filledSlots;
        next.live = live;
        next.end = end;
        next.garbage = garbage;
        next.listsEnd = listsEnd;
        return next;
    }

    /** Index of the partition that a key belongs to: its 8 highest bits. */
    static int of(long hash) {
        return (int) (hash >>> 56);
    }

    /** The slot where the walk for a key begins: the next 24 bits, scaled to the number of slots. */
    static int home(long hash, int slots) {
        return (int) ((((hash >>> 32) & 0xff_ffff) * slots) >>> 24);
    }

    /**
     * Finds the record of a key.
     *
     * @param keyBits see {@link Records#keyBits}
     * @param address where the address is in {@code log}
     * @param at where the log is
     * @return its offset, or 0
     */
    int find(long hash, long keyBits, int mask, long[] log, int address, int at) {
        int tag = tag(hash);
        for (int i = home(hash, slots.length); ; i = next(i)) {
            int slot = (int) SLOT.getAcquire(slots, i);
            if (slot == 0) {
                return 0;
            }
            if ((slot & TAG) == tag && Records.isOf(words, slot & OFFSET, keyBits, mask, log, address, at)) {
                return slot & OFFSET;
            }
        }
    }

    /** Offset of the first record whose slot has the key's tag, or 0: nearly always the record of the key, if there is one. */
    int findTag(long hash) {
        int tag = tag(hash);
        int i = home(hash, slots.length);
        while (true) {
            int next = next(i);
            int slot = (int) SLOT.getAcquire(slots, i);
            int other = (int) SLOT.getAcquire(slots, next);
            // Two at a time and no branch between them: which one it is cannot be predicted.
            int likely = (slot & TAG) == tag ? slot : other;
            if ((likely & TAG) == tag) {
                return likely & OFFSET;
            }
            if (slot == 0 || other == 0) {
                return 0;
            }
            i = next(next);
        }
    }

    /** What is in the slot where the walk for a key begins: 0 if the key is not there. */
    int homeSlot(long hash) {
        return slots[home(hash, slots.length)];
    }

    /** The posting list of a {@linkplain Records#LISTED listed} record. */
    PostingList list(long header) {
        return lists[Records.first(header)];
    }

    // What follows is the writer's.

    /**
     * Offset of the next record that may be of a key with this hash, or 0.
     *
     * @param after the offset that the last call returned, 0 at first
     */
    int nextCandidate(long hash, int after) {
        int tag = tag(hash);
        boolean passed = after == 0;
        for (int i = home(hash, slots.length); slots[i] != 0; i = next(i)) {
            int offset = slots[i] & OFFSET;
            if (passed && (slots[i] & TAG) == tag && offset != 0) {
                return offset;
            }
            passed |= offset == after;
        }
        return 0;
    }

    boolean hasWords() {
        return words.length - end >= Records.MAX_WORDS;
    }

    boolean hasSlot() {
        return 4 * (filledSlots + 1) <= 3 * slots.length;
    }

    /** Where the next record begins; there is room for the longest. */
    int end() {
        return end;
    }

    int live() {
        return live;
    }

    int garbage() {
        return garbage;
    }

    /** Keeps the record written at the end; it becomes visible when a slot points at it. Returns its offset. */
    int appended() {
        int offset = end;
        end += Records.length(words[offset]);
        return offset;
    }

    int addList(PostingList list) {
        if (listsEnd == lists.length) {
            lists = Arrays.copyOf(lists, Math.max(2, 2 * listsEnd));
        }
        lists[listsEnd] = list;
        return listsEnd++;
    }

    /** Publishes the record of a new key. */
    void insert(long hash, int offset) {
        int i = home(hash, slots.length);
        while ((slots[i] & OFFSET) != 0) {
            i = next(i);
        }
        filledSlots += slots[i] == 0 ? 1 : 0;
        live++;
        SLOT.setRelease(slots, i, tag(hash) | offset);
    }

    /** Publishes another record of a key in the place of the one that was. */
    void replace(long hash, int was, int offset) {
        SLOT.setRelease(slots, slotOf(hash, was), tag(hash) | offset);
        garbage += Records.length(words[was]);
    }

    void remove(long hash, int was) {
        SLOT.setRelease(slots, slotOf(hash, was), REMOVED);
        garbage += Records.length(words[was]);
        live--;
    }

    /** Offset of the record that slot {@code i} points at, or 0. */
    int offset(int i) {
        return slots[i] & OFFSET;
    }

    long bytes() {
        long bytes = 56 + 16 + 4L * slots.length + 16 + 8L * words.length + 16 + 4L * lists.length;
        for (int i = 0; i < slots.length; i++) {
            if (offset(i) != 0 && Records.isListed(words[offset(i)])) {
                bytes += list(words[offset(i)]).bytes();
            }
        }
        return bytes;
    }

    private int slotOf(long hash, int offset) {
        int i = home(hash, slots.length);
        while ((slots[i] & OFFSET) != offset) {
            i = next(i);
        }
        return i;
    }

    private int next(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }

    /** 12 bits of the hash that choose neither partition nor slot; never those of {@link #REMOVED}. */
    private static int tag(long hash) {
        int tag = (int) hash << OFFSET_BITS;
        return tag == REMOVED || tag == 0 ? 2 * REMOVED : tag;
    }
}
