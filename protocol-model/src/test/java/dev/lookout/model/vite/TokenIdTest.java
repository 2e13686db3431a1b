package dev.lookout.model.vite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lookout.model.InvalidValueException;
import dev.lookout.model.InvalidValueException.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"tti_5649544520544f4b454e6e40", "tti_000000000000000000004cfd", "tti_b0de22e5d54c92c43c3a9e54"})
    @Tag("VITE-TYPE-7")
    void textSurvivesTheBinaryForm(String text) {
        assertThat(TokenId.of(TokenId.parse(text).bytes())).hasToString(text);
    }

    @Test
    void nativeTokenSpellsItsName() {
        assertThat(new String(TokenId.VITE.bytes(), StandardCharsets.US_ASCII)).isEqualTo("VITE TOKEN");
        assertThat(TokenId.ZERO).hasToString("tti_000000000000000000004cfd");
    }

    @ParameterizedTest
    @CsvSource({
        "tti_5649544520544f4b454e6e41, CHECKSUM",
        "tti_5649544520544f4b454e6e4g, DIGIT",
        "tty_5649544520544f4b454e6e40, FORM",
        "tti_56, FORM"
    })
    @Tag("VITE-TYPE-7")
    void whatIsNoTokenIdSaysWhy(String text, Reason reason) {
        assertThat(catchThrowableOfType(InvalidValueException.class, () -> TokenId.parse(text))
                        .reason())
                .isEqualTo(reason);
    }
}
