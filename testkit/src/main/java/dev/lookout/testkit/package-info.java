/**
 * What tests of a live event stream need and a network does not give: a clock that stands still, a scheduler that runs when the clock
 * is turned, and peers that follow a script, also a rude one.
 *
 * <p>Nothing here knows the client or the gateway, so that both are tested with it, and users' applications too. Start with {@link
 * dev.lookout.testkit.ManualClock} for time and {@code ScriptedPeer} for the wire.
 */
@NullMarked
package dev.lookout.testkit;

import org.jspecify.annotations.NullMarked;
