package dev.lookout.client;

import dev.lookout.model.RemoteErrorException;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A node that the test answers for, call by call. */
final class ManualRpc implements RpcCalls {
    private final List<Call> calls = new ArrayList<>();

    /** One call that was made. */
    record Call(String method, JsonArray params, CompletableFuture<JsonValue> answer) {
        void answers(String json) {
            answer.complete(JsonValue.parse(json));
        }

        void fails(RuntimeException why) {
            answer.completeExceptionally(why);
        }

        void refuses(int code, String message) {
            fails(new RemoteErrorException(code, message));
        }
    }

    @Override
    public CompletableFuture<JsonValue> call(String method, JsonArray params) {
        var call = new Call(method, params, new CompletableFuture<>());
        calls.add(call);
        return call.answer();
    }

    /** The oldest call that no use of this method has given yet; must be of this method. */
    Call take(String method) {
        if (calls.isEmpty() || !calls.get(0).method().equals(method)) {
            throw new AssertionError("No call of " + method + " is next; waiting: " + methods());
        }
        return calls.remove(0);
    }

    /** Methods of the calls not taken yet. */
    List<String> methods() {
        return calls.stream().map(Call::method).toList();
    }
}
