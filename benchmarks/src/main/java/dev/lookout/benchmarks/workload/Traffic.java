package dev.lookout.benchmarks.workload;

/** How the logs relate to the subscriptions. */
public enum Traffic {
    /** Subscribers follow the contracts and wallets that the stream uses: about one to four matches for each log. */
    HIT,
    /** Subscribers follow others: no matches, as for nearly every log of a chain. */
    MISS,
    /** Logs of real blocks; one subscriber in ten follows something that occurs in them. */
    REAL;

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the labels there are */
    public static Traffic of(String label) {
        for (Traffic traffic : values()) {
            if (traffic.label().equals(label)) {
                return traffic;
            }
        }
        throw new IllegalArgumentException("No traffic '" + label + "'. There are: hit, miss, real");
    }
}
