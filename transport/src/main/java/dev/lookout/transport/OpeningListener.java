package dev.lookout.transport;

import java.util.concurrent.CompletableFuture;

/** The caller's listener, with the caller's future completed between {@code onOpen} and what follows it. */
final class OpeningListener implements ConnectionListener {
    private final ConnectionListener listener;
    private final CompletableFuture<Connection> opened;

    OpeningListener(ConnectionListener listener, CompletableFuture<Connection> opened) {
        this.listener = listener;
        this.opened = opened;
    }

    @Override
    public void onOpen(Connection connection) {
        listener.onOpen(connection);
        if (!opened.complete(connection)) {
            // The caller gave up, or the attempt was counted as failed: nobody will ever close this connection.
            connection.abort();
        }
    }

    @Override
    public void onText(String text) {
        listener.onText(text);
    }

    @Override
    public void onBinary(byte[] data) {
        listener.onBinary(data);
    }

    @Override
    public void onTooLarge(long bytes) {
        listener.onTooLarge(bytes);
    }

    @Override
    public void onPing() {
        listener.onPing();
    }

    @Override
    public void onPong() {
        listener.onPong();
    }

    @Override
    public void onClosed(int code, String reason) {
        listener.onClosed(code, reason);
    }
}
