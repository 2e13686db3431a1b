package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.ViteMessages.LogMessage;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Finds, among the log topics that somebody subscribed to, those that want a log.
 *
 * <p>Thread: {@link #add} and {@link #remove} of one topic never at once, otherwise any; {@link #matching} on one thread at a
 * time, beside them. A topic whose {@code add} returned before a {@code matching} began is found by it.
 */
interface LogMatcher {
    /**
     * Adds a topic that is not there.
     *
     * @throws RpcFault if it is more than the matcher takes; nothing was added
     */
    void add(ViteTopic.Logs topic);

    /** Removes a topic that is there. */
    void remove(ViteTopic.Logs topic);

    /** Names each topic that wants a log, once per log: log after log as given, the topics of one in any order. */
    void matching(List<LogMessage> logs, BiConsumer<LogMessage, ViteTopic.Logs> found);
}
