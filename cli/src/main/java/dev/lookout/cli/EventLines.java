package dev.lookout.cli;

import dev.lookout.cli.Console.Colour;
import dev.lookout.cli.Watch.Line;
import dev.lookout.model.vigil.ContractActivity;
import dev.lookout.model.vigil.ContractEvent;
import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.OneTimeTransaction;
import dev.lookout.model.vigil.UnknownPush;
import dev.lookout.model.vigil.VigilPush;
import dev.lookout.model.vite.AccountBlockMessage;
import dev.lookout.model.vite.AccountBlockWithHeightMessage;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.SnapshotBlockMessage;
import dev.lookout.model.vite.UnreceivedBlockMessage;
import dev.lookout.model.vite.VmLogMessage;
import dev.lookout.transport.JsonCodec;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Events as lines: for people, short and aligned; as JSON, the event as the wire has it beside the name of its stream. */
final class EventLines {
    private final JsonCodec codec = new JsonCodec();

    Line snapshotBlock(SnapshotBlockMessage event) {
        return vite(
                "newSnapshotBlock",
                null,
                event.removed(),
                "height " + event.height() + "  " + hash(event.hash()),
                event);
    }

    Line accountBlock(AccountBlockMessage event) {
        return vite("newAccountBlock", null, event.removed(), hash(event.hash()), event);
    }

    Line accountBlock(Address address, AccountBlockWithHeightMessage event) {
        String what = address + "  height " + event.height() + "  " + hash(event.hash());
        return vite("newAccountBlockByAddress", address, event.removed(), what, event);
    }

    Line unreceivedBlock(Address address, UnreceivedBlockMessage event) {
        String what = address + "  " + hash(event.hash()) + (event.received() ? "  received" : "  open");
        return vite("newUnreceivedBlockByAddress", address, event.removed(), what, event);
    }

    Line vmLog(VmLogMessage event) {
        List<Hash> topics = event.vmlog().topics();
        String topic = topics == null || topics.isEmpty() ? "no topics" : "topic " + hash(topics.get(0));
        String what = event.address() + "  height " + event.accountBlockHeight() + "  " + topic;
        return vite("newVmLog", null, event.removed(), what, event);
    }

    Line push(VigilPush push) {
        String what = push.match(new VigilPush.Cases<String>() {
            @Override
            public String contractActivity(ContractActivity activity) {
                return method(activity.inputJson().method().name()) + "  from " + activity.fromAddress() + " to "
                        + address(activity.toAddress()) + "  tx "
                        + cut(activity.txHash().toString());
            }

            @Override
            public String contractEvent(ContractEvent event) {
                return event.eventName() + "  contract " + event.contract() + "  block " + event.blockNumber()
                        + "  log " + event.logIndex();
            }

            @Override
            public String oneTime(OneTimeTransaction transaction) {
                return method(transaction.inputJson().method().name()) + "  from " + transaction.fromAddress() + "  tx "
                        + cut(transaction.txHash().toString());
            }

            @Override
            public String unknown(UnknownPush unknown) {
                return "of a kind this version does not know";
            }
        });
        String text = String.format(Locale.ROOT, "vigil  %-27s %s", push.type(), what);
        return new Line(
                Colour.VIGIL,
                text,
                "{\"stream\":" + codec.write(push.type()) + ",\"event\":" + codec.write(push) + "}");
    }

    private Line vite(String stream, @Nullable Address address, boolean removed, String what, Object event) {
        String text = String.format(Locale.ROOT, "vite   %-27s %s%s", stream, what, removed ? "  removed" : "");
        String json = "{\"stream\":\"" + stream + "\"" + (address == null ? "" : ",\"address\":\"" + address + "\"")
                + ",\"event\":" + codec.write(event) + "}";
        return new Line(removed ? Colour.REMOVED : Colour.VITE, text, json);
    }

    private static String hash(Hash hash) {
        return cut(hash.toString());
    }

    private static String cut(String hex) {
        return hex.substring(0, Math.min(12, hex.length())) + "…";
    }

    private static String method(@Nullable String name) {
        return name == null ? "(no method)" : name;
    }

    private static String address(@Nullable EvmAddress address) {
        return address == null ? "(new contract)" : address.toString();
    }
}
