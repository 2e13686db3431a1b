/**
 * Runs the scenarios of the spec against any endpoint, over real sockets, as a peer that shares no code with our own client and
 * transport. Start with {@link dev.lookout.conformance.Main}.
 *
 * <p>It refuses to know how an endpoint works inside; only the in-process gateway is driven through a chain source of its own.
 */
@NullMarked
package dev.lookout.conformance;

import org.jspecify.annotations.NullMarked;
