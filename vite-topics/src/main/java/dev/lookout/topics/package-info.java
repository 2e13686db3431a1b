/**
 * Finds the subscriptions that want an event log, at a cost that follows the matches and not the subscriptions.
 *
 * <p>Start with {@link dev.lookout.topics.TopicIndex}: {@link dev.lookout.topics.LogFilter}s go in and give ids,
 * a {@link dev.lookout.topics.MatchReader} turns {@link dev.lookout.topics.LogBatch}es into the ids that match.
 * The package knows bytes and 64-bit words only: no chain, no JSON, no I/O, no clock, no thread of its own.
 */
@NullMarked
package dev.lookout.topics;

import org.jspecify.annotations.NullMarked;
