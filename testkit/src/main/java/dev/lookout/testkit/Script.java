package dev.lookout.testkit;

import java.util.List;
import java.util.function.Function;

/**
 * What a {@link ScriptedPeer} does by itself on each of its WebSockets.
 *
 * <p>Thread: one call at a time per connection, on a worker of the peer. One script may serve several connections at once.
 */
public interface Script {
    /** Says nothing by itself; the test speaks through {@link PeerConnection}. */
    Script SILENT = new Script() {};

    /** A client has connected. */
    default void onOpen(PeerConnection connection) {}

    /** A client has sent a text. */
    default void onText(PeerConnection connection, String text) {}

    /** Answers each text with the texts that {@code answers} gives for it. */
    static Script answering(Function<String, List<String>> answers) {
        return new Script() {
            @Override
            public void onText(PeerConnection connection, String text) {
                answers.apply(text).forEach(connection::send);
            }
        };
    }
}
