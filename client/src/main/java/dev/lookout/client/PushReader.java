package dev.lookout.client;

import dev.lookout.model.vigil.VigilPush;
import dev.lookout.transport.JsonCodec;
import dev.lookout.transport.JsonObject;

/**
 * Reads pushes into the model, whatever the brand of the server calls its event id.
 *
 * <p>MaticVigil says {@code maticvigil_event_id}, EthVigil {@code ethvigil_event_id}; others may say {@code …_event_id} (VIGIL section 2.8).
 */
final class PushReader {
    private static final String ID = "maticvigil_event_id";
    private static final String ID_OF_ANY_BRAND = "_event_id";

    private final JsonCodec codec = new JsonCodec();

    /** @throws IllegalArgumentException if the message does not fit its type */
    VigilPush read(String type, JsonObject push, String text) {
        boolean foreignId = type.equals("event") && push.get(ID) == null;
        return codec.read(foreignId ? withKnownId(push).toJson() : text, VigilPush.class);
    }

    private static JsonObject withKnownId(JsonObject push) {
        var renamed = JsonObject.builder();
        push.members().forEach((name, value) -> renamed.put(name.endsWith(ID_OF_ANY_BRAND) ? ID : name, value));
        return renamed.build();
    }
}
