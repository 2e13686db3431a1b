/**
 * The SDK: an application names what it wants and gets typed events, or is told what went wrong; never silence.
 *
 * <p>{@link dev.lookout.client.ViteClient} speaks the Vite subscription API over WebSocket and, under the same handles, by polling over
 * HTTP. {@link dev.lookout.client.VigilClient} speaks the register, heartbeat and push protocol of MaticVigil. Both hand out an {@link
 * dev.lookout.client.EventStream}; start there. Nothing in here knows the gateway: any server that follows the protocols will do.
 *
 * <p>User code runs on the executor of the options and nowhere else; threads that the clients make themselves are daemons.
 */
@NullMarked
package dev.lookout.client;

import org.jspecify.annotations.NullMarked;
