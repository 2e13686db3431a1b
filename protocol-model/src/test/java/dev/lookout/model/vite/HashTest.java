package dev.lookout.model.vite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lookout.model.InvalidValueException;
import dev.lookout.model.InvalidValueException.Reason;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HashTest {
    private static final String TEXT = "5d47f2e0a532923f7ee53e7b465381f197a669e86155d541b3b7f3d63f07a0e2";

    @Tag("VITE-CASE-78")
    @Test
    void upperCaseDigitsMeanTheSameHash() {
        assertThat(Hash.parse(TEXT.toUpperCase(Locale.ROOT)))
                .isEqualTo(Hash.parse(TEXT))
                .hasSameHashCodeAs(Hash.parse(TEXT))
                .hasToString(TEXT);
    }

    @Test
    void wordsAndBytesAreThoseOfTheText() {
        Hash hash = Hash.parse(TEXT);

        assertThat(hash.word(0)).isEqualTo(0x5d47f2e0a532923fL);
        assertThat(hash.word(3)).isEqualTo(0xb3b7f3d63f07a0e2L);
        assertThat(Hash.of(hash.bytes())).isEqualTo(hash);
        assertThat(Hash.ofWords(hash.word(0), hash.word(1), hash.word(2), hash.word(3)))
                .isEqualTo(hash);
        assertThatThrownBy(() -> hash.word(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Hash.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Tag("VITE-CASE-35")
    @Test
    void wrongLengthAndBadDigitAreTold() {
        assertThat(invalid("abc").reason()).isEqualTo(Reason.FORM);
        assertThat(invalid("abc").length()).isEqualTo(3);
        assertThat(invalid("0x" + TEXT).length()).isEqualTo(66);
        assertThat(invalid("z" + TEXT.substring(1)).digit()).isEqualTo('z');
    }

    @Test
    void orderIsThatOfUnsignedBytes() {
        assertThat(Hash.ZERO).isLessThan(Hash.parse(TEXT)).matches(Hash::isZero);
        assertThat(Hash.parse("f".repeat(64))).isGreaterThan(Hash.parse(TEXT));
        assertThat(Hash.parse("0".repeat(63) + "1")).isGreaterThan(Hash.ZERO);
    }

    private static InvalidValueException invalid(String text) {
        return catchThrowableOfType(InvalidValueException.class, () -> Hash.parse(text));
    }
}
