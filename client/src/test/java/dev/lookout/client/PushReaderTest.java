package dev.lookout.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookout.model.vigil.ContractActivity;
import dev.lookout.model.vigil.ContractEvent;
import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.InputData;
import dev.lookout.model.vigil.OneTimeTransaction;
import dev.lookout.model.vigil.UnknownPush;
import dev.lookout.model.vigil.VigilPush;
import dev.lookout.testkit.VigilSamples;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonValue;
import java.math.BigInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushReaderTest {
    private final PushReader reader = new PushReader();

    @ParameterizedTest
    @ValueSource(strings = {"maticvigil_event_id", "ethvigil_event_id", "thundervigil_event_id"})
    @Tag("VIGIL-C-08")
    void eventIdOfAnyBrandFillsTheSameField(String name) {
        var json = JsonValue.parse(VigilSamples.event(7).replace("maticvigil_event_id", name));

        var event = (ContractEvent) read((JsonObject) json);

        assertThat(event.maticvigilEventId()).isEqualTo(4007);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456789", "\"1234567890123456789\"", "1.234567890123456789e18"})
    @Tag("VIGIL-C-09")
    void everySpellingOfAQuantityIsTheSameNumber(String spelling) {
        var push = VigilSamples.contractActivityJson(1)
                .put("value", JsonValue.parse(spelling))
                .build();

        assertThat(((ContractActivity) read(push)).value()).isEqualTo(new BigInteger("1234567890123456789"));
    }

    @Test
    @Tag("VIGIL-C-10")
    void unknownTypeKeepsItsWholeMessage() {
        var push = JsonObject.builder().put("type", "block").put("number", 7).build();

        assertThat(read(push)).isInstanceOfSatisfying(UnknownPush.class, unknown -> {
            assertThat(unknown.type()).isEqualTo("block");
            assertThat(unknown.json().text()).isEqualTo(push.toJson());
        });
    }

    @Test
    @Tag("VIGIL-C-10")
    void unknownFieldsAreKept() {
        var push = VigilSamples.eventJson(7).put("seq", 12).build();

        assertThat(((ContractEvent) read(push)).additionalProperties()).containsOnlyKeys("seq");
    }

    @Test
    @Tag("VIGIL-C-11")
    void creationIsToldByItsMissingReceiverUnderBothTypes() {
        var otm =
                (OneTimeTransaction) read(VigilSamples.deploymentJson("otm", 1).build());
        var contractmon = (ContractActivity)
                read(VigilSamples.deploymentJson("contractmon", 1).build());
        var decodedOtm = (OneTimeTransaction)
                read(VigilSamples.contractActivityJson(1).put("type", "otm").build());

        assertThat(otm.toAddress()).isNull();
        assertThat(contractmon.toAddress()).isNull();
        assertThat(decodedOtm.inputJson().inputData()).isInstanceOf(InputData.DecodedInput.class);
    }

    @Test
    @Tag("VIGIL-C-12")
    void inputDataIsEitherDecodedOrRaw() {
        var decoded =
                (ContractActivity) read(VigilSamples.contractActivityJson(1).build());
        var raw =
                (OneTimeTransaction) read(VigilSamples.deploymentJson("otm", 1).build());

        assertThat(decoded.inputJson().inputData())
                .isInstanceOfSatisfying(
                        InputData.DecodedInput.class,
                        input -> assertThat(input.parameters()).hasSize(2));
        assertThat(raw.inputJson().inputData()).isEqualTo(new InputData.RawInput("0x60806040"));
    }

    @Test
    @Tag("VIGIL-C-13")
    void addressInAnySpellingIsNormalised() {
        var push = VigilSamples.eventJson(7)
                .put("contract", "0x2C037F88bca3021fd6b2fad72f80f1ed5d256f0F ")
                .build();

        assertThat(((ContractEvent) read(push)).contract())
                .isEqualTo(EvmAddress.parse("0x2c037f88bca3021fd6b2fad72f80f1ed5d256f0f"));
    }

    @Test
    void pushThatDoesNotFitItsTypeIsRefused() {
        assertThatThrownBy(() -> read(
                        VigilSamples.eventJson(7).put("txHash", JsonNull.NULL).build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private VigilPush read(JsonObject push) {
        return reader.read(push.text("type").orElseThrow(), push, push.toJson());
    }
}
