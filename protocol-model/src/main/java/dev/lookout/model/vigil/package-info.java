/**
 * Values and messages of the MaticVigil WebSocket stream.
 *
 * <p>Value types are written by hand and check what they hold; messages are generated from {@code spec/schemas/vigil}.
 * Start with {@code VigilPush}, which tells the kinds of pushes apart.
 */
@NullMarked
package dev.lookout.model.vigil;

import org.jspecify.annotations.NullMarked;
