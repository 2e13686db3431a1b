/**
 * WebSocket and HTTP on both sides, JSON, and the JSON-RPC envelope.
 *
 * <p>Knows nothing of any chain: texts go in and out, and who listens decides what they mean. Start with {@link
 * dev.lookout.transport.TransportServer} for the serving side and {@link dev.lookout.transport.WebSocketConnector} for
 * the calling side. Tyrus, Grizzly and Jackson are used inside and never show in a public signature.
 */
@NullMarked
package dev.lookout.transport;

import org.jspecify.annotations.NullMarked;
