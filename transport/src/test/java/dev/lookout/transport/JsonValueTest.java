package dev.lookout.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "[]",
                "{}",
                "1.50",
                "-0",
                "1e400",
                "123456789012345678901234567890",
                "{\"a\":[1,{\"b\":\"\\u003c\"}],\"c\":null}",
                "\"\\u2028\"",
                "\"é😀\""
            })
    void textComesBackUnchanged(String text) {
        assertThat(JsonValue.parse(text).toJson()).isEqualTo(text);
    }

    @Test
    void theLastOfEqualNamesWins() {
        assertThat(JsonValue.parse("{\"a\":1,\"b\":2,\"a\":3}").toJson()).isEqualTo("{\"a\":3,\"b\":2}");
    }

    @Test
    void whatFollowsTheFirstValueIsAnErrorUnlessAskedFor() {
        assertThatThrownBy(() -> JsonValue.parse("1 2")).isInstanceOf(MalformedJsonException.class);
        assertThat(JsonValue.parseFirst("{} x", JsonLimits.DEFAULT)).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void limitsHoldBeforeParsing() {
        var limits = new JsonLimits(20, 3, 5);

        assertThatThrownBy(() -> JsonValue.parse("[" + " ".repeat(20) + "]", limits))
                .hasMessageContaining("20 bytes");
        assertThatThrownBy(() -> JsonValue.parse("[[[[1]]]]", limits)).isInstanceOf(MalformedJsonException.class);
        assertThatThrownBy(() -> JsonValue.parse("\"abcdefg\"", limits)).isInstanceOf(MalformedJsonException.class);
        assertThatThrownBy(() -> JsonValue.parse("éééééééééé1", limits)).hasMessageContaining("20 bytes");
    }

    @Test
    void anErrorSaysWhere() {
        assertThatThrownBy(() -> JsonValue.parse("{\"a\":x}"))
                .isInstanceOfSatisfying(
                        MalformedJsonException.class,
                        e -> assertThat(e.offset()).isBetween(5L, 6L));
    }

    @Test
    void integersAreExact() {
        assertThat(((JsonNumber) JsonValue.parse("1.234567890123456789e18")).toBigInteger())
                .contains(new BigInteger("1234567890123456789"));
        assertThat(((JsonNumber) JsonValue.parse("1.5")).toBigInteger()).isEmpty();
        assertThat(((JsonNumber) JsonValue.parse("1e999999999")).toBigInteger()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noBytesWhateverDoMoreThanBeRefused(long seed) {
        var random = new Random(seed);
        String alphabet = "{}[]\",:\\u019.eE+-tfn \n\u00e9";
        var reader = new RpcRequestReader(JsonLimits.DEFAULT);
        for (int i = 0; i < 5000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            boolean goAccepts = GoJsonSyntax.firstValue(text.toString()).isPresent();
            boolean weAccept = accepts(text.toString());
            assertThat(weAccept && !goAccepts)
                    .as("seed %d, text <%s>", seed, text)
                    .isFalse();
            assertThat(reader.read(text.toString())).isNotNull();
        }
    }

    private static boolean accepts(String text) {
        try {
            JsonValue.parse(text);
            return true;
        } catch (MalformedJsonException refused) {
            return false;
        }
    }

    /** Of the form that generated model classes have. */
    private static final class Sample {
        private final BigInteger height;
        private final List<String> names;

        @JsonCreator
        Sample(@JsonProperty("height") BigInteger height, @JsonProperty("names") List<String> names) {
            this.height = height;
            this.names = names;
        }

        @JsonProperty("height")
        BigInteger height() {
            return height;
        }

        @JsonProperty("names")
        List<String> names() {
            return names;
        }
    }

    @Test
    void modelObjectsAreReadAndWritten() {
        var codec = new JsonCodec();
        String json = "{\"height\":18446744073709551616,\"names\":[\"a\",\"b\"]}";

        Sample sample =
                codec.read("{\"extra\":{},\"height\":18446744073709551616,\"names\":[\"a\",\"b\"]}", Sample.class);

        assertThat(sample.height()).isEqualTo(new BigInteger("18446744073709551616"));
        assertThat(codec.toTree(sample)).isEqualTo(JsonValue.parse(json));
        assertThat(codec.fromTree(JsonValue.parse(json), Sample.class).names()).containsExactly("a", "b");
        assertThat(codec.listFromTree(JsonNull.NULL, Sample.class)).isEmpty();
        assertThatThrownBy(() -> codec.read("{\"height\":\"x\"}", Sample.class))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("Sample");
    }
}
