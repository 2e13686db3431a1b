package dev.lookout.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExceptionsTest {
    @Test
    void peersTextIsBoundedInTheMessageAndKeptWhole() {
        String text = "x".repeat(100_000);

        RemoteErrorException e = new RemoteErrorException(-32002, text);

        assertThat(e.getMessage()).hasSizeLessThan(300).contains("-32002").contains("100000 characters");
        assertThat(e.remoteMessage()).isEqualTo(text);
        assertThat(e.code()).isEqualTo(-32002);
    }

    @Test
    void boundingNeverSplitsACharacter() {
        assertThat(Excerpt.of("x".repeat(199) + "\ud83e\udd8a" + "y".repeat(50)).substring(0, 200))
                .isEqualTo("x".repeat(199) + "[");
    }

    @Test
    void brokenRuleIsNamed() {
        ProtocolViolationException e = new ProtocolViolationException("VITE-WS-1", "a binary frame");

        assertThat(e.ruleId()).isEqualTo("VITE-WS-1");
        assertThat(e).hasMessage("a binary frame [VITE-WS-1]").hasNoCause();
    }

    @Test
    void onlyABadDigitHasADigit() {
        assertThatThrownBy(() -> InvalidValueException.form("a hash", "abc", 3).digit())
                .isInstanceOf(IllegalStateException.class);
    }
}
