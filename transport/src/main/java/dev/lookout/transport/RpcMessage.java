package dev.lookout.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one inbound text of a JSON-RPC client is. */
public sealed interface RpcMessage {
    /** One request. */
    record Single(RpcRequest request) implements RpcMessage {}

    /** An array of requests: answer with an array in the same order, also {@code []} with {@code []}. */
    record Batch(List<RpcElement> elements) implements RpcMessage {
        public Batch {
            elements = List.copyOf(elements);
        }
    }

    /**
     * Cannot be worked on: answer with this one error; a real node then closes the WebSocket with 1000 (VITE 1.5).
     *
     * @param idText null if the reply has no {@code id} member at all (VITE 1.4)
     */
    record Invalid(@Nullable String idText, RpcError error) implements RpcMessage {}

    /** Nothing but white space: HTTP answers with an empty body, a WebSocket closes without a word. */
    record Empty() implements RpcMessage {}
}
