package dev.lookout.topics;

/**
 * What one index takes before it refuses.
 *
 * @param maxSubscriptions live subscriptions
 * @param maxKeysPerSubscription exact keys one filter may become: its addresses times the alternatives that are expanded
 */
public record IndexLimits(int maxSubscriptions, int maxKeysPerSubscription) {
    /** 16,777,216 subscriptions; 131,072 keys each. */
    public static final IndexLimits DEFAULT = new IndexLimits(1 << 24, 1 << 17);

    public IndexLimits {
        if (maxSubscriptions < 1 || maxKeysPerSubscription < 1) {
            throw new IllegalArgumentException("limits are at least 1: " + maxSubscriptions + " subscriptions, "
                    + maxKeysPerSubscription + " keys per subscription");
        }
    }
}
