package dev.lookout.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Writes down what a connection reports, in order. */
class RecordingListener implements ConnectionListener {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final java.util.concurrent.CompletableFuture<Connection> opened =
            new java.util.concurrent.CompletableFuture<>();

    @Override
    public void onOpen(Connection connection) {
        opened.complete(connection);
    }

    @Override
    public void onText(String text) {
        events.add("text " + text);
    }

    @Override
    public void onBinary(byte[] data) {
        events.add("binary " + data.length);
    }

    @Override
    public void onTooLarge(long bytes) {
        events.add("tooLarge " + bytes);
    }

    @Override
    public void onPing() {
        events.add("ping");
    }

    @Override
    public void onPong() {
        events.add("pong");
    }

    @Override
    public void onClosed(int code, String reason) {
        events.add("closed " + code + (reason.isEmpty() ? "" : " " + reason));
    }

    Connection connection() throws Exception {
        return opened.get(10, TimeUnit.SECONDS);
    }

    /** The next event; a failure if none comes within 10 s. */
    String next() throws InterruptedException {
        String event = events.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("No event within 10 s");
        }
        return event;
    }

    int waiting() {
        return events.size();
    }
}
