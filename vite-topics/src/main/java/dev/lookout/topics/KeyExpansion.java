package dev.lookout.topics;

/**
 * Walks over all keys of a filter, one at a time in {@link Key}: every address with every combination of the alternatives
 * that its plan fixes. Under the index's lock.
 *
 * <p>Signatures are held while the walk goes on, so that a key can refer to them; {@link #close} lets go.
 */
final class KeyExpansion implements AutoCloseable {
    private final LogFilter filter;
    private final FilterPlan plan;
    private final Key key;
    private final SignatureTable signatures;
    private final HashSeed seed;
    private final int[] choice = new int[LogBatch.MAX_TOPICS];
    private int address;
    private boolean begun;

    KeyExpansion(LogFilter filter, FilterPlan plan, Key key, SignatureTable signatures, HashSeed seed) {
        this.filter = filter;
        this.plan = plan;
        this.key = key;
        this.signatures = signatures;
        this.seed = seed;
        key.tuple(plan.tuple());
    }

    /** Makes the next key; false if there is none. */
    boolean next() {
        if (!begun) {
            begun = true;
            setAddress();
            for (int i = 0; i < filter.positionCount(); i++) {
                setTopic(i);
            }
            return true;
        }
        for (int i = 0; i < filter.positionCount(); i++) {
            if (plan.isFixed(i + 1)) {
                choice[i] = choice[i] + 1 == filter.alternativeCount(i) ? 0 : choice[i] + 1;
                setTopic(i);
                if (choice[i] != 0) {
                    return true;
                }
            }
        }
        address++;
        if (address >= filter.addressCount()) {
            return false;
        }
        setAddress();
        return true;
    }

    /** Index of the key's address in the filter; 0 if it takes any. */
    int address() {
        return address;
    }

    @Override
    public void close() {
        releaseSignature();
    }

    private void setAddress() {
        if (filter.addressCount() > 0) {
            key.address(filter.addressWords(), address * Words.ADDRESS_WORDS);
        }
    }

    private void setTopic(int index) {
        if (!plan.isFixed(index + 1)) {
            return;
        }
        int at = choice[index] * Words.TOPIC_WORDS;
        if (index > 0) {
            key.topic(index, filter.alternativeWords(index), at);
        } else {
            releaseSignature();
            long hash = seed.topic(filter.alternativeWords(0), at, 0);
            key.signature(signatures.retain(filter.alternativeWords(0), at, hash), hash);
        }
    }

    private void releaseSignature() {
        if (key.signature != SignatureTable.NONE) {
            signatures.release(key.signature);
            key.signature = SignatureTable.NONE;
        }
    }
}
