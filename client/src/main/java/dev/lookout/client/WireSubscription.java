package dev.lookout.client;

import dev.lookout.model.vite.AccountBlockMessage;
import dev.lookout.model.vite.AccountBlockWithHeightMessage;
import dev.lookout.model.vite.SnapshotBlockMessage;
import dev.lookout.model.vite.UnreceivedBlockMessage;
import dev.lookout.model.vite.VmLogMessage;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonCodec;
import dev.lookout.transport.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Subscription} as the node wants to hear it.
 *
 * @param event name for {@code subscribe_subscribe}
 * @param filterMethod method that makes a polling filter of the same kind
 * @param params what follows the name, and all that the filter method takes
 * @param message class of one result
 */
record WireSubscription<E>(String event, String filterMethod, List<JsonValue> params, Class<E> message) {
    // Every kind of Subscription<E> is mapped to the class of its own E in the one place below.
    @SuppressWarnings("unchecked")
    static <E> WireSubscription<E> of(Subscription<E> wanted, JsonCodec codec) {
        return (WireSubscription<E>) wanted.match(new Names(codec));
    }

    JsonArray subscribeParams() {
        var all = new ArrayList<JsonValue>();
        all.add(JsonValue.of(event));
        all.addAll(params);
        return new JsonArray(all);
    }

    JsonArray filterParams() {
        return new JsonArray(params);
    }

    private record Names(JsonCodec codec) implements Subscription.Cases<WireSubscription<?>> {
        @Override
        public WireSubscription<?> snapshotBlocks(Subscription.SnapshotBlocks wanted) {
            return new WireSubscription<>(
                    "newSnapshotBlock", "subscribe_newSnapshotBlockFilter", List.of(), SnapshotBlockMessage.class);
        }

        @Override
        public WireSubscription<?> accountBlocks(Subscription.AccountBlocks wanted) {
            return new WireSubscription<>(
                    "newAccountBlock", "subscribe_newAccountBlockFilter", List.of(), AccountBlockMessage.class);
        }

        @Override
        public WireSubscription<?> accountBlocksOf(Subscription.AccountBlocksOf wanted) {
            return new WireSubscription<>(
                    "newAccountBlockByAddress",
                    "subscribe_newAccountBlockByAddressFilter",
                    List.of(JsonValue.of(wanted.address().toString())),
                    AccountBlockWithHeightMessage.class);
        }

        @Override
        public WireSubscription<?> unreceivedBlocksOf(Subscription.UnreceivedBlocksOf wanted) {
            return new WireSubscription<>(
                    "newUnreceivedBlockByAddress",
                    "subscribe_newUnreceivedBlockByAddressFilter",
                    List.of(JsonValue.of(wanted.address().toString())),
                    UnreceivedBlockMessage.class);
        }

        @Override
        public WireSubscription<?> vmLogs(Subscription.VmLogs wanted) {
            return new WireSubscription<>(
                    "newVmLog", "subscribe_newVmLogFilter", List.of(codec.toTree(wanted.filter())), VmLogMessage.class);
        }
    }
}
