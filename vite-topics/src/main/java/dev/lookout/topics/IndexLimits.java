package dev.lookout.topics;

/**
 * What one index takes before it refuses, and how much of the cache it may use.
 *
 * <p>Limits per client are the caller's business, who knows the clients.
 *
 * @param maxSubscriptions live subscriptions
 * @param maxKeysPerSubscription exact keys that one filter may become: its addresses times the alternatives that are
 *     expanded
 * @param maxAlternativesPerPosition distinct alternatives at one position of a filter
 * @param presenceFilterBytes size up to which the presence filter grows, a power of two; best half to all of a core's L2
 *     cache
 */
public record IndexLimits(
        int maxSubscriptions, int maxKeysPerSubscription, int maxAlternativesPerPosition, int presenceFilterBytes) {

    /** 16,777,216 subscriptions; 131,072 keys each; 131,072 alternatives per position; 2 MiB of presence filter. */
    public static final IndexLimits DEFAULT = new IndexLimits(1 << 24, 1 << 17, 1 << 17, 1 << 21);

    public IndexLimits {
        if (maxSubscriptions < 1 || maxKeysPerSubscription < 1 || maxAlternativesPerPosition < 1) {
            throw new IllegalArgumentException("limits are at least 1: " + maxSubscriptions + " subscriptions, "
                    + maxKeysPerSubscription + " keys per subscription, " + maxAlternativesPerPosition
                    + " alternatives per position");
        }
        if (Integer.bitCount(presenceFilterBytes) != 1 || presenceFilterBytes < 4096) {
            throw new IllegalArgumentException(
                    "the presence filter has a power of two of bytes, at least 4096, not " + presenceFilterBytes);
        }
    }

    public IndexLimits withMaxSubscriptions(int limit) {
        return new IndexLimits(limit, maxKeysPerSubscription, maxAlternativesPerPosition, presenceFilterBytes);
    }

    public IndexLimits withMaxKeysPerSubscription(int limit) {
        return new IndexLimits(maxSubscriptions, limit, maxAlternativesPerPosition, presenceFilterBytes);
    }

    public IndexLimits withMaxAlternativesPerPosition(int limit) {
        return new IndexLimits(maxSubscriptions, maxKeysPerSubscription, limit, presenceFilterBytes);
    }

    public IndexLimits withPresenceFilterBytes(int bytes) {
        return new IndexLimits(maxSubscriptions, maxKeysPerSubscription, maxAlternativesPerPosition, bytes);
    }
}
