package dev.lookout.topics;

/**
 * What an index holds at one moment.
 *
 * @param subscriptions live ones
 * @param keys distinct exact keys; equal filters share theirs
 * @param tuples shapes of keys in use, 0 to 62
 * @param signatures distinct values of topic 0 in keys
 * @param tableBytes heap taken by keys, postings and subscriptions
 * @param filterBytes heap taken by the presence filter
 */
public record IndexStats(int subscriptions, int keys, int tuples, int signatures, long tableBytes, long filterBytes) {}
