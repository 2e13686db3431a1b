/**
 * What every chain family shares on its way through the gateway: where events come from ({@link
 * dev.lookout.gateway.chain.ChainSource}), where they are kept ({@link dev.lookout.gateway.chain.EventLog}) and who is
 * listening ({@link dev.lookout.gateway.chain.Audience}). Knows no protocol, no JSON and no socket. Start with {@link
 * dev.lookout.gateway.chain.EventLog}.
 */
@NullMarked
package dev.lookout.gateway.chain;

import org.jspecify.annotations.NullMarked;
