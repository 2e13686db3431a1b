/**
 * Values and messages of the Vite subscription and ledger API.
 *
 * <p>Value types are written by hand and check what they hold; messages are generated from {@code spec/schemas/vite}.
 * Start with {@link dev.lookout.model.vite.Address} and {@link dev.lookout.model.vite.Hash}.
 */
@NullMarked
package dev.lookout.model.vite;

import org.jspecify.annotations.NullMarked;
