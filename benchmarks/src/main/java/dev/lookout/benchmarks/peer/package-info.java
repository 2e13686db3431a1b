/**
 * Ways of finding the subscriptions that a log matches, all behind one small port: ours, the scans that nodes do, and
 * libraries that other people would reach for.
 *
 * <p>Start with {@link dev.lookout.benchmarks.peer.Peer}, the list of them.
 */
@NullMarked
package dev.lookout.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
