package dev.lookout.benchmarks;

/**
 * How long one case is measured.
 *
 * @param forks processes, one after the other
 * @param warmups iterations of each fork that do not count
 * @param measurements iterations of each fork that count
 * @param millis length of an iteration
 */
record Effort(int forks, int warmups, int measurements, int millis) {
    static final Effort FULL = new Effort(3, 3, 5, 300);
    /** For peers that take a minute and more to be filled, far away from every other line. */
    static final Effort ONE_FORK = new Effort(1, 3, 5, 300);

    static final Effort QUICK = new Effort(1, 2, 3, 150);

    Effort withForks(int count) {
        return new Effort(count, warmups, measurements, millis);
    }
}
