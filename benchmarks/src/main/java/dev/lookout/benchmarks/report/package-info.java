/**
 * Makes tables and charts from result files, and holds figures against the goals. Measures nothing.
 *
 * <p>Start with {@link dev.lookout.benchmarks.report.Report}.
 */
@NullMarked
package dev.lookout.benchmarks.report;

import org.jspecify.annotations.NullMarked;
