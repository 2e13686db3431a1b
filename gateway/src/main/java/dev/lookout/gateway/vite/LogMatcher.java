package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.ViteMessages.LogMessage;
import java.util.function.Consumer;

/**
 * Finds, among the log topics that somebody subscribed to, those that want a log.
 *
 * <p>Thread: {@link #add} and {@link #remove} of one topic never at once, otherwise any; {@link #matching} on one thread,
 * beside them.
 */
interface LogMatcher {
    /** Adds a topic that is not there. */
    void add(ViteTopic.Logs topic);

    /** Removes a topic that is there. */
    void remove(ViteTopic.Logs topic);

    /** Names each topic that wants the log, once, in any order. */
    void matching(LogMessage message, Consumer<ViteTopic.Logs> found);
}
