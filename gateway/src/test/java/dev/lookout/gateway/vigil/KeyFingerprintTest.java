package dev.lookout.gateway.vigil;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.model.vigil.ApiKey;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyFingerprintTest {
    private static final ApiKey KEY = ApiKey.of("6d0f4a4e-58c1-4f0b-9a57-2f6f0a3f9d10");

    @Test
    @Tag("VIGIL-REG-11")
    void aKeyIsTakenCharacterByCharacter() {
        assertThat(KeyFingerprint.of(KEY)).isEqualTo(KeyFingerprint.of(ApiKey.of(KEY.reveal())));
        assertThat(KeyFingerprint.of(KEY))
                .isNotEqualTo(KeyFingerprint.of(ApiKey.of(KEY.reveal().toUpperCase(Locale.ROOT))));
        assertThat(KeyFingerprint.of(KEY)).isNotEqualTo(KeyFingerprint.of(ApiKey.of(KEY.reveal() + " ")));
    }

    @Test
    @Tag("VIGIL-REG-11")
    void whatIsKeptDoesNotShowTheKey() {
        assertThat(KeyFingerprint.of(KEY).toString())
                .doesNotContain(KEY.reveal())
                .doesNotContain("6d0f4a4e");
    }
}
