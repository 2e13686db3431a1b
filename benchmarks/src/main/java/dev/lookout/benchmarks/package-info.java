/**
 * Measurements of event-log matching: JMH benchmarks, probes for what JMH does not measure, and the command line.
 *
 * <p>Start with {@link dev.lookout.benchmarks.Main}; the questions are in {@code benchmarks/README.md}.
 */
@NullMarked
package dev.lookout.benchmarks;

import org.jspecify.annotations.NullMarked;
