/**
 * The {@code lookout} command: one class a sub-command; each parses its options, calls the client or the gateway, and prints.
 *
 * <p>Knows nothing of the wire. Start with {@link dev.lookout.cli.Main}.
 */
@NullMarked
package dev.lookout.cli;

import org.jspecify.annotations.NullMarked;
