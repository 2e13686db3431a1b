package dev.lookout.model.vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ApiKeyTest {
    @Test
    void printingShowsFourCharactersAtMost() {
        assertThat(ApiKey.of("6d0f4a4e-58c1-4f0b-9a57-2f6f0a3f1f3c")).hasToString("ApiKey[...1f3c]");
        assertThat(ApiKey.of("short")).hasToString("ApiKey[...]");
    }

    @Test
    void keysDifferByCase() {
        assertThat(ApiKey.of("abc")).isEqualTo(ApiKey.of("abc")).isNotEqualTo(ApiKey.of("ABC"));
        assertThat(ApiKey.of("abc").reveal()).isEqualTo("abc");
    }

    @Test
    void emptyKeysAndSessionsDoNotExist() {
        assertThatThrownBy(() -> ApiKey.of("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionId.of("")).isInstanceOf(IllegalArgumentException.class);
        assertThat(SessionId.of("Ab")).hasToString("Ab").isNotEqualTo(SessionId.of("ab"));
    }
}
