package dev.lookout.transport;

/** Decides what listens to a new connection on the serving side. */
@FunctionalInterface
public interface WebSocketAcceptor {
    /**
     * Called once per connection after the upgrade, before anything the client sent is reported.
     *
     * <p>Thread: on the worker executor, as the first task of the connection.
     */
    ConnectionListener accept(Connection connection, Handshake handshake);
}
