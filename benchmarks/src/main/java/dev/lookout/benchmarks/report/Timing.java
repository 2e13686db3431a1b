package dev.lookout.benchmarks.report;

/**
 * Nanoseconds per log of one case, over all iterations of all forks.
 *
 * @param fanOut subscribers to each key, in the fan-out mix
 * @param forks processes measured, one after the other
 * @param bytes allocated for each log
 */
record Timing(
        String peer,
        String mix,
        String traffic,
        int subscriptions,
        int fanOut,
        int forks,
        double median,
        double least,
        double most,
        double bytes) {

    boolean is(String otherPeer, String otherMix, String otherTraffic) {
        return peer.equals(otherPeer) && mix.equals(otherMix) && traffic.equals(otherTraffic);
    }
}
