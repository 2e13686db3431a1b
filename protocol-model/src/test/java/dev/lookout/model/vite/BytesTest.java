package dev.lookout.model.vite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookout.model.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "AA==", "AAA=", "AAAA", "+/+/"})
    void base64Survives(String text) {
        assertThat(Bytes.of(Bytes.parse(text).toArray()))
                .isEqualTo(Bytes.parse(text))
                .hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AA", "AA=", "-_-_", "A A=", "===="})
    void whatIsNoPaddedBase64IsRefused(String text) {
        assertThatThrownBy(() -> Bytes.parse(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void nobodyCanChangeTheBytes() {
        byte[] mine = {1, 2};
        Bytes bytes = Bytes.of(mine);

        mine[0] = 9;
        bytes.toArray()[1] = 9;

        assertThat(bytes.toArray()).containsExactly(1, 2);
    }
}
