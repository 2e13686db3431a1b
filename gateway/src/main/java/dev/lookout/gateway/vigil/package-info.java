/**
 * The serving side of the MaticVigil WebSocket API over any EVM chain: what a block means to its clients ({@link
 * dev.lookout.gateway.vigil.VigilDerivation}), who they are ({@link dev.lookout.gateway.vigil.KeyRing}) and the conversation
 * with each of them.
 *
 * <p>Knows nothing of how blocks are fetched. Start with {@link dev.lookout.gateway.vigil.VigilEndpoint}.
 */
@NullMarked
package dev.lookout.gateway.vigil;

import org.jspecify.annotations.NullMarked;
