package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.ViteMessages.LogMessage;
import java.util.ArrayList;
import java.util.List;

/** From an event's messages to the encoded elements of one topic: what a subscriber or a poll of that topic gets. */
final class TopicResults {
    private TopicResults() {}

    /** Elements in order; empty if the event says nothing to this topic. */
    static List<byte[]> of(ViteMessages messages, ViteTopic topic) {
        var elements = new ArrayList<byte[]>();
        Generation generation = topic.generation();
        if (topic instanceof ViteTopic.Snapshots) {
            messages.snapshots().forEach(one -> elements.add(ViteEncoder.snapshot(one, generation)));
        } else if (topic instanceof ViteTopic.Accounts) {
            messages.accounts().forEach(one -> elements.add(ViteEncoder.account(one)));
        } else if (topic instanceof ViteTopic.AccountsOf of) {
            messages.accountsByAddress().stream()
                    .filter(one -> one.address().equals(of.address()))
                    .forEach(one -> elements.add(ViteEncoder.accountOf(one, generation)));
        } else if (topic instanceof ViteTopic.UnreceivedOf of) {
            messages.unreceived().stream()
                    .filter(one -> one.address().equals(of.address()))
                    .forEach(one -> elements.add(ViteEncoder.unreceived(one, generation)));
        } else if (topic instanceof ViteTopic.Logs logs) {
            for (LogMessage message : messages.logs()) {
                if (logs.filter().wants(message)) {
                    elements.add(ViteEncoder.log(message, generation));
                }
            }
        }
        return elements;
    }
}
