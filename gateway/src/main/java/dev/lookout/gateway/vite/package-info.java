/**
 * The Vite Subscription API over an event log: chain events, what they say to the five topics, subscriptions, polling
 * filters, ledger calls, and the sources {@code recorded} and {@code dev}. Knows the transport's connections and requests but
 * no socket and no HTTP server. Start with {@link dev.lookout.gateway.vite.ViteEndpoint}.
 */
@NullMarked
package dev.lookout.gateway.vite;

import org.jspecify.annotations.NullMarked;
