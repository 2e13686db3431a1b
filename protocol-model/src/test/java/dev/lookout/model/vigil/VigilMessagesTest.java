package dev.lookout.model.vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookout.model.RawJson;
import dev.lookout.model.Wire;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VigilMessagesTest {
    private static final String ACTIVITY = """
            {"type":"contractmon","txHash":"0xa7787be09eae724fc84aeea865394ce241ef6f27b8f705f1cfbd7d99f427de44",\
            "fromAddress":"0x5dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501","input":"0x78094fcc",\
            "inputJSON":{"method":{"name":"setContractInformation",\
            "canonical_signature":"setContractInformation(uint8,string)","selector":"78094fcc",\
            "hash":"0x78094fcc617746a9f9e1fdb74214f57c8b4269e4514ced49f2740d12c1201d22"},\
            "input_data":[{"param_name":"incrValue","param_type":"uint8","value":150},\
            {"param_name":"_note","param_type":"string","value":"Quarterly check"}]},\
            "toAddress":"0x2c037f88bca3021fd6b2fad72f80f1ed5d256f0f","gasUsed":90210,"gas":120000,\
            "gasPrice":31500000007,"value":0,"status":1}""";
    private static final String EVENT = """
            {"type":"event","txHash":"0xa7787be09eae724fc84aeea865394ce241ef6f27b8f705f1cfbd7d99f427de44","logIndex":17,\
            "blockNumber":21000000,"transactionIndex":3,"contract":"0x2c037f88bca3021fd6b2fad72f80f1ed5d256f0f",\
            "event_name":"ContractIncremented","event_data":{"incrementedValue":150,\
            "incrementedBy":"0x5dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501","newNote":"Quarterly check"},\
            "maticvigil_event_id":4711,"ctime":1700000000}""";
    private static final String DEPLOYMENT = """
            {"type":"otm","txHash":"0x5b8efb3c7f5f2d2f7eb7b135dca4a49274ab42905477f5a15c90a107ee3192f8",\
            "fromAddress":"0x1b5ceb79b60dc455ad691d856e6e4025cf542caa","input":"0x6080604052",\
            "inputJSON":{"method":{"name":"ContractDeploy"},"input_data":"0x6080604052"},"toAddress":null,\
            "gasUsed":1200345,"gas":1500000,"gasPrice":10000000000,"value":0,"status":1}""";
    private static final String NOVELTY = "{\"command\":null,\"type\":\"reorg\",\"depth\":1.50}";

    static List<Arguments> messages() {
        return List.of(
                Arguments.of(Register.class, "{\"command\":\"register\",\"key\":\"6d0f4a4e-58c1\"}"),
                Arguments.of(
                        Register.class,
                        "{\"command\":\"register\",\"key\":\"k\",\"ext\":{\"v\":1,\"want\":[\"seq\",\"resume\"],"
                                + "\"resume\":{\"after\":9007199254740993}}}"),
                Arguments.of(RegisterAck.class, "{\"command\":\"register:ack\",\"sessionID\":\"<session UUID>\"}"),
                Arguments.of(
                        RegisterAck.class,
                        "{\"command\":\"register:ack\",\"sessionID\":\"3f1d7a52\",\"ext\":{\"v\":1,\"have\":[\"seq\"],"
                                + "\"heartbeat\":{\"intervalMs\":15000,\"timeoutMs\":90000},"
                                + "\"limits\":{\"maxMessageBytes\":1048576}}}"),
                Arguments.of(RegisterNack.class, "{\"command\":\"register:nack\"}"),
                Arguments.of(Heartbeat.class, "{\"command\":\"heartbeat\",\"sessionID\":\"3f1d7a52\"}"),
                Arguments.of(Heartbeat.class, "{\"command\":\"heartbeat\"}"),
                Arguments.of(HeartbeatNack.class, "{\"command\":\"heartbeat:nack\",\"code\":\"not_registered\"}"),
                Arguments.of(Unregister.class, "{\"command\":\"unregister\",\"key\":\"6d0f4a4e\"}"),
                Arguments.of(UnregisterAck.class, "{\"command\":\"unregister:ack\",\"goodbye\":true}"),
                Arguments.of(UnregisterNack.class, "{\"command\":\"unregister:nack\"}"),
                Arguments.of(
                        VigilError.class,
                        "{\"command\":\"error\",\"code\":\"unknown_command\","
                                + "\"message\":\"unsupported command: subscribe\"}"),
                Arguments.of(VigilPush.class, ACTIVITY),
                Arguments.of(VigilPush.class, EVENT),
                Arguments.of(VigilPush.class, DEPLOYMENT),
                Arguments.of(VigilPush.class, DEPLOYMENT.replace("\"0x6080604052\"", "\"a placeholder\"")),
                Arguments.of(VigilPush.class, NOVELTY),
                Arguments.of(
                        CalledMethod.class,
                        "{\"name\":null,\"canonical_signature\":null,\"selector\":\"deadbeef\",\"hash\":null}"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void samplesSurviveByteForByte(Class<?> type, String json) {
        Object message = Wire.read(json, type);

        assertThat(Wire.write(message)).isEqualTo(json);
        assertThat(Wire.read(json, type)).isEqualTo(message).hasSameHashCodeAs(message);
    }

    @Test
    void kindIsToldByTheTypeWhereverItStands() {
        String typeLast = without(EVENT, "\"type\":\"event\",").replaceAll("}$", ",\"type\":\"event\"}");

        assertThat(kind(typeLast)).isEqualTo("event");
        assertThat(kind(ACTIVITY)).isEqualTo("activity");
        assertThat(kind(DEPLOYMENT)).isEqualTo("one time");
        assertThat(kind(NOVELTY)).isEqualTo("unknown reorg");
        assertThat(kind("{}")).isEqualTo("unknown ");
    }

    @Test
    void decodedAndRawInputAreToldApart() {
        ContractActivity activity = Wire.read(ACTIVITY, ContractActivity.class);
        OneTimeTransaction deployment = Wire.read(DEPLOYMENT, OneTimeTransaction.class);

        assertThat(activity.inputJson().inputData()).isInstanceOfSatisfying(InputData.DecodedInput.class, input -> {
            assertThat(input.parameters().get(0).value().asInteger()).contains(BigInteger.valueOf(150));
            assertThat(input.parameters().get(1).value().asString()).contains("Quarterly check");
        });
        assertThat(deployment.inputJson().inputData()).isEqualTo(new InputData.RawInput("0x6080604052"));
        assertThat(deployment.inputJson().method().isDeployment()).isTrue();
        assertThat(deployment.toAddress()).isNull();
    }

    @Tag("VIGIL-C-09")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1230000000000000000000000000",
                "1.23e+27",
                "1.23E27",
                "\"1230000000000000000000000000\"",
                "1230000000000000000000000000.0"
            })
    void integersInAnySpellingAreExactAndComeOutPlain(String spelling) {
        String json = ACTIVITY.replace("\"value\":0,", "\"value\":" + spelling + ",");

        ContractActivity activity = Wire.read(json, ContractActivity.class);

        assertThat(activity.value()).isEqualTo("1230000000000000000000000000");
        assertThat(Wire.write(activity)).contains("\"value\":1230000000000000000000000000,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"x\"", "true", "[]", "1e999999999", "null"})
    void whatIsNoIntegerIsRefused(String spelling) {
        String json = ACTIVITY.replace("\"gas\":120000,", "\"gas\":" + spelling + ",");

        assertThatThrownBy(() -> Wire.read(json, ContractActivity.class)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void otherCommandIsNotMistakenForThisOne() {
        assertThatThrownBy(() -> Wire.read("{\"command\":\"register:nack\"}", UnregisterAck.class))
                .hasMessageContaining("command is not unregister:ack");
    }

    @Test
    void printedRegistrationHidesTheKey() {
        Register register = Wire.read("{\"command\":\"register\",\"key\":\"6d0f4a4e-58c1-4f0b-9a57\"}", Register.class);

        assertThat(register.toString()).contains("ApiKey[...9a57]").doesNotContain("6d0f4a4e");
    }

    @Test
    void fieldsOfANewerServerAreKept() {
        String json = EVENT.replaceAll("}$", ",\"seq\":12,\"nested\":{\"b\":1.10,\"a\":[null,true]}}");

        ContractEvent event = Wire.read(json, ContractEvent.class);

        assertThat(event.additionalProperties()).containsEntry("seq", RawJson.of(BigInteger.valueOf(12)));
        assertThat(Wire.write(event)).isEqualTo(json);
        ContractEvent more =
                event.toBuilder().additionalProperty("more", RawJson.of(true)).build();
        assertThat(more.additionalProperties()).hasSize(3);
    }

    private static String without(String text, String part) {
        return text.replace(part, "");
    }

    private static String kind(String json) {
        return Wire.read(json, VigilPush.class).match(new VigilPush.Cases<String>() {
            @Override
            public String contractActivity(ContractActivity push) {
                return "activity";
            }

            @Override
            public String contractEvent(ContractEvent push) {
                return "event";
            }

            @Override
            public String oneTime(OneTimeTransaction push) {
                return "one time";
            }

            @Override
            public String unknown(UnknownPush push) {
                return "unknown " + push.type();
            }
        });
    }
}
