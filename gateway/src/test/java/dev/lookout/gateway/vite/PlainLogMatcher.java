package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.ViteMessages.LogMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Asks every topic in turn, by the rule of the sheet: right by construction, its cost grows with the subscriptions. */
final class PlainLogMatcher implements LogMatcher {
    private final Set<ViteTopic.Logs> topics = ConcurrentHashMap.newKeySet();

    @Override
    public void add(ViteTopic.Logs topic) {
        topics.add(topic);
    }

    @Override
    public void remove(ViteTopic.Logs topic) {
        topics.remove(topic);
    }

    @Override
    public void matching(List<LogMessage> logs, BiConsumer<LogMessage, ViteTopic.Logs> found) {
        for (LogMessage log : logs) {
            for (ViteTopic.Logs topic : topics) {
                if (topic.filter().wants(log)) {
                    found.accept(log, topic);
                }
            }
        }
    }
}
