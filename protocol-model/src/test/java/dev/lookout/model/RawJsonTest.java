package dev.lookout.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "0",
                "-0",
                "1.50",
                "1E+400",
                "123456789012345678901234567890",
                "\"\"",
                "\"<a>\\n\\u0001\\\"\\\\ü🦊\"",
                "[]",
                "{}",
                "[[],{},[{}]]",
                "{\"b\":1.10,\"a\":[null,{\"\":false}],\"c\":\"\"}"
            })
    void textSurvives(String json) {
        assertThat(RawJson.parse(" " + json + "\n")).hasToString(json).isEqualTo(Wire.read(json, RawJson.class));
        assertThat(Wire.write(RawJson.parse(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,", "1 2", "nul", "{\"a\"}", "01", "'a'", "NaN"})
    void whatIsNotOneValueIsRefused(String text) {
        assertThatThrownBy(() -> RawJson.parse(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void depthIsBounded() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThatThrownBy(() -> RawJson.parse(deep)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void viewsShowWhatIsThereAndNothingElse() {
        RawJson json = RawJson.parse("{\"n\":1e3,\"s\":\"a\\u0062\",\"b\":true,\"l\":[1,\"x\"],\"z\":null,\"f\":1.5}");

        assertThat(json.members().keySet()).containsExactly("n", "s", "b", "l", "z", "f");
        assertThat(json.member("n").asInteger()).contains(BigInteger.valueOf(1000));
        assertThat(json.member("f").asInteger()).isEmpty();
        assertThat(json.member("s").asString()).contains("ab");
        assertThat(json.member("s").asInteger()).isEmpty();
        assertThat(json.member("b").asBoolean()).contains(true);
        assertThat(json.member("n").asBoolean()).isEmpty();
        assertThat(json.member("l").elements()).containsExactly(RawJson.of(BigInteger.ONE), RawJson.of("x"));
        assertThat(json.member("z").isNull()).isTrue();
        assertThat(json.member("none")).isEqualTo(RawJson.NULL);
        assertThat(json.member("z").elements()).isEmpty();
        assertThat(json.member("l").members()).isEmpty();
    }

    @Test
    void valuesAreMadeFromParts() {
        Map<String, RawJson> members = new LinkedHashMap<>();
        members.put("b", RawJson.of("\"\n"));
        members.put("a", RawJson.ofElements(List.of(RawJson.of(false), RawJson.NULL)));

        assertThat(RawJson.ofMembers(members)).hasToString("{\"b\":\"\\\"\\n\",\"a\":[false,null]}");
        assertThat(RawJson.ofElements(List.of())).hasToString("[]");
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "-7, -7", "1.0, 1", "1.23e+2, 123", "12300e-2, 123", "0e999, 0"})
    void integersAreReadInAnySpelling(String text, BigInteger value) {
        assertThat(ExactIntegers.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "1e-1", "1e1001", "1e999999999", "1e-999999999", "0x10", " 1"})
    void whatIsNoIntegerIsRefused(String text) {
        assertThatThrownBy(() -> ExactIntegers.parse(text)).isInstanceOf(InvalidValueException.class);
    }
}
