package dev.lookout.benchmarks.report;

/**
 * A reader beside a writer.
 *
 * @param rate subscriptions a second the writer was to make, with as many ends; 0: none, -1: as many as it can
 * @param reached subscriptions a second it made
 * @param readerNanos nanoseconds per log of the reader, median
 */
record Load(String traffic, int subscriptions, long rate, double reached, double readerNanos) {}
