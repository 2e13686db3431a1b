package dev.lookout.gateway.vite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lookout.transport.OutboundText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One subscription of one connection and the results that wait for it. Its state belongs to the connection, which guards it.
 */
final class Subscription {
    /** Results are joined until a callback would grow beyond this. */
    private static final int CALLBACK_BYTES = 256 * 1024;

    private static final byte[] TAIL = "]}}".getBytes(UTF_8);

    private final String id;
    private final ViteTopic topic;
    private final ViteConnection connection;
    private final long after;
    private final byte[] head;
    private final Deque<Results> pending = new ArrayDeque<>();
    private boolean open;

    /** @param after the log's last sequence when it was made: only later events are for it */
    Subscription(String id, ViteTopic topic, ViteConnection connection, long after) {
        this.id = id;
        this.topic = topic;
        this.connection = connection;
        this.after = after;
        this.head = ("{\"jsonrpc\":\"2.0\",\"method\":\"subscribe_subscription\",\"params\":{\"subscription\":\"" + id
                        + "\",\"result\":[")
                .getBytes(UTF_8);
    }

    String id() {
        return id;
    }

    ViteTopic topic() {
        return topic;
    }

    ViteConnection connection() {
        return connection;
    }

    boolean wants(long sequence) {
        return sequence > after;
    }

    /** The reply with the id has been queued: callbacks may follow. */
    void open() {
        open = true;
    }

    /** Whether a callback could go out now. */
    boolean isReady() {
        return open && !pending.isEmpty();
    }

    boolean hasPending() {
        return !pending.isEmpty();
    }

    void add(Results results) {
        pending.add(results);
    }

    /** Takes as many waiting results as fit into one callback; at least one is waiting. */
    Callback next() {
        var parts = new ArrayList<byte[]>();
        int count = 0;
        int bytes = 0;
        do {
            Results results = pending.remove();
            parts.add(results.utf8());
            count += results.count();
            bytes += results.utf8().length;
        } while (!pending.isEmpty()
                && count + pending.peek().count() <= Results.MAX_PER_CALLBACK
                && bytes + pending.peek().utf8().length <= CALLBACK_BYTES);
        return new Callback(text(parts), bytes);
    }

    private OutboundText text(List<byte[]> parts) {
        byte[] body = parts.size() == 1 ? parts.get(0) : Results.join(parts);
        return OutboundText.ofUtf8(head, body, TAIL);
    }

    /**
     * A callback on its way out.
     *
     * @param resultBytes bytes of the results in it, as they counted while they waited
     */
    record Callback(OutboundText text, int resultBytes) {}
}
