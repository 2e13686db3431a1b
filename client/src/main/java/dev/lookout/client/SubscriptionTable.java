package dev.lookout.client;

import dev.lookout.model.StreamException;
import dev.lookout.transport.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings callbacks to their streams by the server's id, also those that overtake the reply which tells the id.
 *
 * <p>Callbacks for an id that nobody knows are kept only while a subscribe is under way, and at most {@value #MAX_EARLY} of them; beyond
 * that the connection is given up. Otherwise they are remnants of a stream that was closed, and are dropped.
 *
 * <p>Thread: any; the loop puts everything in one order.
 */
final class SubscriptionTable {
    static final int MAX_EARLY = 1024;

    private final SerialLoop loop = new SerialLoop();
    private final Runnable onFlood;
    // On the loop only.
    private final Map<String, PushStream<?>> byId = new HashMap<>();
    private final List<PushStream<?>> asking = new ArrayList<>();
    private final List<Early> early = new ArrayList<>();
    private @Nullable StreamException ended;
    private boolean over;

    private record Early(String id, JsonValue results) {}

    /** @param onFlood ends the connection, because more callbacks came for unknown ids than can be kept */
    SubscriptionTable(Runnable onFlood) {
        this.onFlood = onFlood;
    }

    /** A subscribe is about to be sent for this stream. */
    void asking(PushStream<?> stream) {
        loop.run(() -> {
            if (over) {
                stream.lost(ended);
            } else {
                asking.add(stream);
            }
        });
    }

    /** The server told the id; what came for it already is delivered first. */
    void adopt(String id, PushStream<?> stream) {
        loop.run(() -> {
            asking.remove(stream);
            if (over) {
                return;
            }
            byId.put(id, stream);
            early.stream()
                    .filter(callback -> callback.id().equals(id))
                    .forEach(callback -> stream.callback(callback.results()));
            early.removeIf(callback -> callback.id().equals(id));
            forgetEarlyIfNobodyAsks();
        });
    }

    /** The server refused, or the stream was closed before the answer. */
    void notAdopted(PushStream<?> stream) {
        loop.run(() -> {
            asking.remove(stream);
            forgetEarlyIfNobodyAsks();
        });
    }

    /** Nothing more is wanted for this id. */
    void remove(String id) {
        loop.run(() -> byId.remove(id));
    }

    void callback(String id, JsonValue results) {
        loop.run(() -> {
            var stream = byId.get(id);
            if (stream != null) {
                stream.callback(results);
            } else if (!asking.isEmpty()) {
                if (early.size() >= MAX_EARLY) {
                    onFlood.run();
                } else {
                    early.add(new Early(id, results));
                }
            }
        });
    }

    /** The connection ended: so do all streams, with this reason; null = it was closed on purpose. */
    void end(@Nullable StreamException why) {
        loop.run(() -> {
            if (over) {
                return;
            }
            over = true;
            ended = why;
            var all = new ArrayList<PushStream<?>>(byId.values());
            all.addAll(asking);
            byId.clear();
            asking.clear();
            early.clear();
            all.forEach(stream -> stream.lost(why));
        });
    }

    private void forgetEarlyIfNobodyAsks() {
        if (asking.isEmpty()) {
            early.clear();
        }
    }
}
