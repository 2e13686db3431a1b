package dev.lookout.testkit;

import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonValue;

/**
 * Valid MaticVigil messages as JSON text, told apart by a number.
 *
 * <p>The {@code …Json} methods give the tree, for tests that change a member first.
 */
public final class VigilSamples {
    public static final String REGISTER_NACK = "{\"command\":\"register:nack\"}";
    public static final String UNREGISTER_ACK = "{\"command\":\"unregister:ack\"}";

    /** An API key of the usual form. */
    public static final String KEY = "6d0f4a4e-58c1-4f0b-9a57-2f6f0a3f9d10";

    private static final String CONTRACT = "0x2c037f88bca3021fd6b2fad72f80f1ed5d256f0f";
    private static final String SENDER = "0x5dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501";

    private VigilSamples() {}

    public static String registerAck(String sessionId) {
        return JsonObject.builder()
                .put("command", "register:ack")
                .put("sessionID", sessionId)
                .build()
                .toJson();
    }

    /** An event in block {@code block}; its transaction is told apart by the same number. */
    public static String event(long block) {
        return eventJson(block).build().toJson();
    }

    public static JsonObject.Builder eventJson(long block) {
        return JsonObject.builder()
                .put("type", "event")
                .put("txHash", txHash(block))
                .put("logIndex", 17)
                .put("blockNumber", block)
                .put("transactionIndex", 3)
                .put("contract", CONTRACT)
                .put("event_name", "ContractIncremented")
                .put(
                        "event_data",
                        JsonObject.builder()
                                .put("incrementedValue", 150)
                                .put("newNote", "Quarterly check")
                                .put("incrementedBy", SENDER)
                                .build())
                .put("maticvigil_event_id", 4000 + block)
                .put("ctime", 1_700_000_000 + 2 * block);
    }

    /** A decoded call of a monitored contract; {@code number} tells transactions apart. */
    public static String contractActivity(long number) {
        return contractActivityJson(number).build().toJson();
    }

    public static JsonObject.Builder contractActivityJson(long number) {
        return transaction("contractmon", number)
                .put(
                        "inputJSON",
                        JsonObject.builder()
                                .put(
                                        "method",
                                        JsonObject.builder()
                                                .put("name", "setContractInformation")
                                                .put("canonical_signature", "setContractInformation(uint8,string)")
                                                .put("selector", "78094fcc")
                                                .put(
                                                        "hash",
                                                        "0x78094fcc617746a9f9e1fdb74214f57c8b4269e4514ced49f2740d12c1201d22")
                                                .build())
                                .put(
                                        "input_data",
                                        JsonArray.of(
                                                parameter("incrValue", "uint8", JsonValue.of(150)),
                                                parameter("_note", "string", JsonValue.of("Quarterly check"))))
                                .build())
                .put("toAddress", CONTRACT);
    }

    /** The notice of a deployment, by default as {@code otm} without a receiver. */
    public static String deployment(long number) {
        return deploymentJson("otm", number).build().toJson();
    }

    /** @param type {@code otm}, or {@code contractmon} as some accounts of the hosted service got it */
    public static JsonObject.Builder deploymentJson(String type, long number) {
        return transaction(type, number)
                .put(
                        "inputJSON",
                        JsonObject.builder()
                                .put(
                                        "method",
                                        JsonObject.builder()
                                                .put("name", "ContractDeploy")
                                                .build())
                                .put("input_data", "0x60806040")
                                .build())
                .put("toAddress", JsonNull.NULL);
    }

    /** The transaction hash of the sample of this number. */
    public static String txHash(long number) {
        return "0x%064x".formatted(number);
    }

    private static JsonObject.Builder transaction(String type, long number) {
        return JsonObject.builder()
                .put("type", type)
                .put("txHash", txHash(number))
                .put("fromAddress", SENDER)
                .put("input", "0x60806040")
                .put("inputJSON", JsonNull.NULL)
                .put("toAddress", JsonNull.NULL)
                .put("gasUsed", 90_210)
                .put("gas", 120_000)
                .put("gasPrice", 31_500_000_007L)
                .put("value", 0)
                .put("status", 1);
    }

    private static JsonObject parameter(String name, String type, JsonValue value) {
        return JsonObject.builder()
                .put("param_name", name)
                .put("param_type", type)
                .put("value", value)
                .build();
    }
}
