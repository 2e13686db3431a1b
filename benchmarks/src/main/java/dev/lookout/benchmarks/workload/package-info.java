/**
 * What is matched against what: subscriptions and log streams made from a fixed seed, and the stream of real logs.
 *
 * <p>Knows no matcher. Start with {@link dev.lookout.benchmarks.workload.Workload}.
 */
@NullMarked
package dev.lookout.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
