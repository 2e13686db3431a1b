package dev.lookout.model.vite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lookout.model.InvalidValueException;
import dev.lookout.model.InvalidValueException.Reason;
import java.math.BigInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeightTest {
    @Tag("VITE-CASE-77")
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "9007199254740993", "9223372036854775808", "18446744073709551615"})
    void decimalTextSurvives(String text) {
        Height height = Height.parse(text);

        assertThat(height).hasToString(text).isEqualTo(Height.of(new BigInteger(text)));
        assertThat(height.toBigInteger()).isEqualTo(new BigInteger(text));
    }

    @Tag("VITE-CASE-32")
    @ParameterizedTest
    @CsvSource({
        "'', FORM",
        "-1, DIGIT",
        "+1, DIGIT",
        "0x1, DIGIT",
        "' 1', DIGIT",
        "1_0, DIGIT",
        "1.0, DIGIT",
        "\u0661, DIGIT",
        "18446744073709551616, RANGE",
        "18446744073709551620, RANGE",
        "99999999999999999999, RANGE",
        // The node reads left to right: the range is left before the bad character is met.
        "99999999999999999999x, RANGE"
    })
    void whatIsNoHeightSaysWhy(String text, Reason reason) {
        InvalidValueException e = catchThrowableOfType(InvalidValueException.class, () -> Height.parse(text));

        assertThat(e.reason()).isEqualTo(reason);
    }

    @Test
    void leadingZerosAreAccepted() {
        assertThat(Height.parse("000000000000000000000000007")).isEqualTo(Height.of(7));
    }

    @Test
    void orderIsUnsigned() {
        assertThat(Height.of(-1)).isEqualTo(Height.MAX).isGreaterThan(Height.of(Long.MAX_VALUE));
        assertThat(Height.of(Long.MAX_VALUE).next()).isEqualTo(Height.of(Long.MIN_VALUE));
        assertThat(Height.of(Long.MIN_VALUE).previous()).isEqualTo(Height.of(Long.MAX_VALUE));
    }

    @Test
    void thereIsNothingBeyondTheEnds() {
        assertThatThrownBy(Height.MAX::next).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(Height.ZERO::previous).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Height.of(BigInteger.ONE.negate())).isInstanceOf(InvalidValueException.class);
    }
}
