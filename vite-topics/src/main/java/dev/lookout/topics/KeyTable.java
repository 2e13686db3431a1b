package dev.lookout.topics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All keys and their postings, in 256 partitions that grow, shrink and are rewritten each alone: the longest step of a
 * growing table is one partition.
 *
 * <p>Thread: changes under the index's lock. Readers take a partition by {@link #partition};
 * every version they can get is complete.
 */
final class KeyTable {
    static final int PARTITIONS = 256;

    private static final VarHandle PARTITION = MethodHandles.arrayElementVarHandle(Partition[].class);
    private static final int MIN_SLOTS = 8;

    private final Partition[] partitions = new Partition[PARTITIONS];
    private final SignatureTable signatures;
    private final TupleUse tuples;
    private final InlinePostings postings = new InlinePostings();
    private final Key moved; // scratch of a rewrite
    private int versions;
    private int keys;

    KeyTable(HashSeed seed, SignatureTable signatures, TupleUse tuples) {
        this.signatures = signatures;
        this.tuples = tuples;
        this.moved = new Key(seed);
        Arrays.fill(partitions, Partition.EMPTY);
    }

    /** The present version of the partition that a key with this hash is in; for readers. */
    Partition partition(long hash) {
        return (Partition) PARTITION.getAcquire(partitions, Partition.of(hash));
    }

    int keys() {
        return keys;
    }

    /**
     * Adds a posting to a key.
     *
     * @param hash the key's hash
     * @throws IndexLimitException if the key's partition is full
     */
    void add(Key key, long hash, int id, long from, long to, @Nullable Residual residual) {
        Partition in = withRoom(Partition.of(hash));
        int was = in.find(hash, Records.keyBits(key.tuple, key.signature), key.mask, key.log, 0, 0);
        if (was != 0 && Records.isListed(in.words[was])) {
            in.list(in.words[was]).add(id, from, to, residual);
            return;
        }
        int keyAt = in.end() + 1;
        if (was == 0) {
            postings.clear();
            long keyPart = Records.putKey(key, in.words, keyAt);
            in.insert(hash, writeWith(in, keyPart, id, from, to, residual));
            keys++;
            tuples.retain(key.tuple);
            if (key.signature != SignatureTable.NONE) {
                signatures.retain(key.signature);
            }
        } else {
            postings.read(in.words, was);
            long keyPart = Records.copyKey(in.words, was, keyAt);
            in.replace(hash, was, writeWith(in, keyPart, id, from, to, residual));
        }
    }

    /** Removes the posting of an id from a key with this hash. */
    void remove(long hash, int id) {
        int index = Partition.of(hash);
        Partition in = withRoom(index);
        int was = recordOf(in, hash, id);
        long header = in.words[was];
        if (Records.isListed(header)) {
            removeFromList(in, hash, was, id);
        } else {
            postings.removeAt(postings.indexOf(id));
            replaceInline(in, hash, was);
        }
        if (in.live() == 0) {
            publish(index, Partition.EMPTY);
        } else if (4 * in.garbage() > in.end() + 4 * Records.MAX_WORDS) {
            rewrite(index);
        }
    }

    /** Adds the values of all keys of a partition to a filter. Returns the number of keys. */
    int addValues(int index, PresenceFilter filter) {
        Partition in = partitions[index];
        for (int i = 0; i < in.slots.length; i++) {
            if (in.offset(i) != 0) {
                Records.getKey(in.words, in.offset(i), moved, signatures);
                moved.addTo(filter);
            }
        }
        return in.live();
    }

    long bytes() {
        long bytes = 16 + 4L * PARTITIONS;
        for (Partition partition : partitions) {
            bytes += partition.bytes();
        }
        return bytes;
    }

    /**
     * The record of a key with this hash that has this id. The whole hash is compared: a tag is shared by one key in 4,096,
     * and big filters have that many.
     */
    private int recordOf(Partition in, long hash, int id) {
        int record = in.nextCandidate(hash, 0);
        while (!hasHash(in, record, hash) || !hasId(in, record, id)) {
            record = in.nextCandidate(hash, record);
        }
        return record;
    }

    private boolean hasHash(Partition in, int record, long hash) {
        Records.getKey(in.words, record, moved, signatures);
        return moved.hash() == hash;
    }

    private boolean hasId(Partition in, int record, int id) {
        if (Records.isListed(in.words[record])) {
            return in.list(in.words[record]).contains(id);
        }
        postings.read(in.words, record);
        return postings.indexOf(id) >= 0;
    }

    private void removeFromList(Partition in, long hash, int was, int id) {
        PostingList list = in.list(in.words[was]);
        list.remove(id);
        if (list.fitsInline()) {
            list.copyTo(postings);
            replaceInline(in, hash, was);
        }
    }

    /** Writes the record of a key anew with what {@link #postings} has, or removes it if that is nothing. */
    private void replaceInline(Partition in, long hash, int was) {
        if (postings.size() > 0) {
            long keyPart = Records.copyKey(in.words, was, in.end() + 1);
            in.replace(hash, was, writeInline(in, keyPart));
            return;
        }
        long header = in.words[was];
        in.remove(hash, was);
        keys--;
        tuples.release(Records.tuple(header));
        if (Records.signature(header) != SignatureTable.NONE) {
            signatures.release(Records.signature(header));
        }
    }

    /** Completes the record begun at the end, whose key is there, with {@link #postings} and one posting more. */
    private int writeWith(Partition in, long keyPart, int id, long from, long to, @Nullable Residual residual) {
        if (residual == null && postings.hasRoom(from, to)) {
            postings.add(id, from, to);
            return writeInline(in, keyPart);
        }
        var list = new PostingList();
        for (int i = 0; i < postings.size(); i++) {
            list.add(postings.id(i), postings.from(i), postings.to(i), null);
        }
        list.add(id, from, to, residual);
        in.words[in.end()] = Records.header(keyPart | Records.LISTED, 0, 0, in.addList(list));
        return in.appended();
    }

    /** Completes the record begun at the end, whose key is there, with {@link #postings}. */
    private int writeInline(Partition in, long keyPart) {
        int offset = in.end();
        long header = postings.header(keyPart);
        postings.putBody(in.words, offset + Records.bodyOffset(header, Tuples.mask(Records.tuple(header))));
        in.words[offset] = header;
        return in.appended();
    }

    private Partition withRoom(int index) {
        Partition in = partitions[index];
        if (!in.hasSlot() || (!in.hasWords() && 8 * in.garbage() > in.end())) {
            return rewrite(index);
        }
        if (!in.hasWords()) {
            return publish(index, in.withWords(wordsFor(in.end()), ++versions));
        }
        return in;
    }

    /** Copies what is live to a new version, at half load and without garbage. */
    private Partition rewrite(int index) {
        Partition from = partitions[index];
        int slots = Math.max(MIN_SLOTS, 2 * from.live() + 2);
        Partition to = Partition.ofSize(slots, wordsFor(from.end() - from.garbage()), ++versions);
        for (int i = 0; i < from.slots.length; i++) {
            if (from.offset(i) != 0) {
                move(from, from.offset(i), to);
            }
        }
        return publish(index, to);
    }

    private void move(Partition from, int was, Partition to) {
        long header = from.words[was];
        System.arraycopy(from.words, was, to.words, to.end(), Records.length(header));
        if (Records.isListed(header)) {
            to.words[to.end()] = Records.withFirst(header, to.addList(from.list(header)));
        }
        int offset = to.appended();
        Records.getKey(from.words, was, moved, signatures);
        to.insert(moved.hash(), offset);
    }

    private Partition publish(int index, Partition next) {
        PARTITION.setRelease(partitions, index, next);
        return next;
    }

    /** An eighth more than is used, and room for the longest record. */
    private static int wordsFor(int used) {
        int size = Math.min(used + used / 8 + Records.MAX_WORDS, Partition.MAX_WORDS);
        if (size - used < Records.MAX_WORDS) {
            throw new IndexLimitException("a table holds " + Partition.MAX_WORDS
                    + " words of records, the limit, and is full; use more than one index");
        }
        return size;
    }
}
