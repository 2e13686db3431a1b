package dev.lookout.gateway.vite;

import dev.lookout.transport.Connection;
import dev.lookout.transport.Lane;
import dev.lookout.transport.OutboundText;
import java.util.ArrayDeque;
import java.util.Deque;

/** A connection whose peer reads when the test says so. Thread: any. */
final class QueueConnection implements Connection {
    private final Deque<Integer> queue = new ArrayDeque<>();
    private long queuedBytes;
    private long sent;
    private String closedWith = "";

    /** The peer takes one message off the queue, if there is one. */
    synchronized void readOne() {
        if (!queue.isEmpty()) {
            int length = queue.remove();
            queuedBytes -= length;
            sent += length;
        }
    }

    /** Bytes that the peer has taken. */
    synchronized long sent() {
        return sent;
    }

    /** Code and reason; empty while open. */
    synchronized String closedWith() {
        return closedWith;
    }

    @Override
    public long id() {
        return 1;
    }

    @Override
    public String remoteAddress() {
        return "";
    }

    @Override
    public synchronized boolean isOpen() {
        return closedWith.isEmpty();
    }

    @Override
    public synchronized boolean send(Lane lane, OutboundText text) {
        queue.add(text.byteLength());
        queuedBytes += text.byteLength();
        return true;
    }

    @Override
    public synchronized void discardData() {
        queue.clear();
        queuedBytes = 0;
    }

    @Override
    public void ping() {}

    @Override
    public synchronized void close(int code, String reason) {
        closedWith = code + " " + reason;
    }

    @Override
    public void closeAfterDrain(int code, String reason) {
        close(code, reason);
    }

    @Override
    public void abort() {}

    @Override
    public synchronized int queuedMessages() {
        return queue.size();
    }

    @Override
    public synchronized long queuedBytes() {
        return queuedBytes;
    }

    @Override
    public void inboundLimit(int bytes) {}
}
