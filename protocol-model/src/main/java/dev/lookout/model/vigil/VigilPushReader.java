package dev.lookout.model.vigil;

import dev.lookout.model.RawJson;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Picks the class of a push by its {@code type}; the message is read whole first, since the type may come last. */
final class VigilPushReader extends ValueDeserializer<VigilPush> {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public VigilPush deserialize(JsonParser parser, DeserializationContext context) {
        RawJson json = context.readValue(parser, RawJson.class);
        String type = json.member("type").asString().orElse("");
        return switch (type) {
            case "contractmon" -> read(json, context, ContractActivity.class);
            case "event" -> read(json, context, ContractEvent.class);
            case "otm" -> read(json, context, OneTimeTransaction.class);
            default -> new UnknownPush(type, json);
        };
    }

    private static <T extends VigilPush> T read(RawJson json, DeserializationContext context, Class<T> kind) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json.text())) {
            parser.nextToken();
            return context.readValue(parser, kind);
        }
    }
}
