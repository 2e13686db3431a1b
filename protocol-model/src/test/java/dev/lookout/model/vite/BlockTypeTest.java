package dev.lookout.model.vite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockTypeTest {
    @ParameterizedTest
    @CsvSource({
        "0, false, false, false",
        "1, true, true, false",
        "2, true, true, false",
        "3, true, true, false",
        "4, true, false, true",
        "5, true, false, true",
        "6, true, true, false",
        "7, true, false, true",
        "8, false, false, false"
    })
    void everyKnownTypeIsASendOrAReceive(int code, boolean known, boolean send, boolean receive) {
        BlockType type = BlockType.of(code);

        assertThat(type.isKnown()).isEqualTo(known);
        assertThat(type.isSend()).isEqualTo(send);
        assertThat(type.isReceive()).isEqualTo(receive);
        assertThat(type.code()).isEqualTo(code);
    }
}
