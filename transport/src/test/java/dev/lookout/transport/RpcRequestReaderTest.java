package dev.lookout.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpcRequestReaderTest {
    private final RpcRequestReader reader = new RpcRequestReader(new JsonLimits(131_072, 100, 131_072));

    /** The reply that a text which is refused as a whole gets. */
    private String refusal(String text) {
        var invalid = (RpcMessage.Invalid) reader.read(text);
        return RpcWriter.error(invalid.idText(), invalid.error());
    }

    private RpcRequest single(String text) {
        return ((RpcMessage.Single) reader.read(text)).request();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws-errors.jsonl", "http-errors.jsonl"})
    @Tag("VITE-CASE-6")
    @Tag("VITE-CASE-7")
    @Tag("VITE-CASE-8")
    @Tag("VITE-CASE-9")
    @Tag("VITE-CASE-14")
    void whatARealNodeRefusedWhileReadingIsRefusedWithTheSameText(String file) {
        int refused = 0;
        for (CapturedErrors.Exchange exchange : CapturedErrors.read(file)) {
            if (exchange.sent().length() < 131_072 && reader.read(exchange.sent()) instanceof RpcMessage.Invalid) {
                assertThat(refusal(exchange.sent())).as(exchange.sent()).isEqualTo(exchange.answer());
                refused++;
            } else {
                assertThat(exchange.answer()).as(exchange.sent()).doesNotContain("-32700");
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "\"abc\"", "1.50", "-1e3", "\"a\\u0062\""})
    @Tag("VITE-CASE-10")
    @Tag("VITE-RPC-10")
    void idComesBackAsSpelled(String id) {
        assertThat(single("{\"id\": " + id + " ,\"method\":\"a_b\"}").idText()).isEqualTo(id);
        assertThat(RpcWriter.result(id, JsonNull.NULL))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":null}");
    }

    @Test
    @Tag("VITE-RPC-9")
    void idIsWrittenWithGoHtmlEscapes() {
        assertThat(RpcWriter.result("\"a<b>&\"", JsonNull.NULL)).contains("\"id\":\"a\\u003cb\\u003e\\u0026\"");
    }

    @Test
    @Tag("VITE-CASE-11")
    @Tag("VITE-CASE-12")
    void namesMatchWithoutCaseAndTheRestIsIgnored() {
        RpcRequest request =
                single("{\"jsonrpc\":1,\"ID\":7,\"Method\":\"a_b\",\"PARAMS\":[1],\"responseType\":{\"x\":[]}}");

        assertThat(request).isEqualTo(new RpcRequest("7", "a_b", JsonArray.of(JsonValue.of(1))));
        assertThat(request.service()).isEqualTo("a");
        assertThat(request.name()).isEqualTo("b");
    }

    @Test
    void theLastOfSeveralMembersWins() {
        assertThat(single("{\"id\":1,\"method\":\"a_b\",\"Id\":2,\"method\":\"c_d\"}"))
                .isEqualTo(new RpcRequest("2", "c_d", null));
    }

    @Test
    @Tag("VITE-WS-7")
    void onlyTheFirstValueCounts() {
        assertThat(single("{\"id\":1,\"method\":\"a_b\"} {\"id\":2,\"method\":\"a_b\"}")
                        .idText())
                .isEqualTo("1");
        assertThat(single("{\"id\":1,\"method\":\"a_b\"}garbage").idText()).isEqualTo("1");
        assertThat(refusal("1x")).contains("cannot unmarshal number into Go value of type rpc.jsonRequest");
    }

    @Test
    @Tag("VITE-CASE-5")
    void nothingIsEmpty() {
        assertThat(reader.read("")).isEqualTo(new RpcMessage.Empty());
        assertThat(reader.read(" \r\n\t")).isEqualTo(new RpcMessage.Empty());
    }

    @Test
    @Tag("VITE-CASE-16")
    void emptyBatchIsABatch() {
        assertThat(reader.read("[]")).isEqualTo(new RpcMessage.Batch(List.of()));
    }

    @Test
    @Tag("VITE-CASE-17")
    void aBadMethodNameInABatchIsRefusedAlone() {
        var batch = (RpcMessage.Batch) reader.read("[{\"id\":1,\"method\":\"a_b\"},{\"id\":2,\"method\":\"foo\"}]");

        assertThat(batch.elements())
                .containsExactly(
                        new RpcRequest("1", "a_b", null),
                        new RpcElement.Refused("2", RpcError.methodNotFound("foo", "")));
    }

    @Test
    @Tag("VITE-CASE-18")
    void aBatchWithOneElementLackingItsIdFailsAsAWhole() {
        assertThat(refusal("[{\"id\":1,\"method\":\"a_b\"},{\"method\":\"a_b\"}]"))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"missing request id\"}}");
    }

    @Test
    void aBatchWithAMalformedSubscribeFailsAsAWhole() {
        assertThat(refusal("[{\"id\":1,\"method\":\"subscribe_subscribe\"}]"))
                .contains("Unable to parse (un)subscribe request arguments");
        assertThat(refusal("[{\"id\":1,\"method\":\"subscribe_subscribe\",\"params\":[1]}]"))
                .contains("Unable to parse subscription request");
    }

    @Test
    void subscribeWithoutAnEventNameIsReadable() {
        for (String params : new String[] {"[]", "null", "[null]"}) {
            RpcRequest request = single("{\"id\":1,\"method\":\"subscribe_subscribe\",\"params\":" + params + "}");
            assertThat(request.isSubscribe()).isTrue();
            assertThat(request.event()).isEmpty();
        }
        assertThat(single("{\"id\":1,\"method\":\"foo_unsubscribe\"}").isUnsubscribe())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {                    | unexpected EOF
            {"a                  | unexpected EOF
            tru                  | unexpected EOF
            -                    | unexpected EOF
            x                    | invalid character 'x' looking for beginning of value
            {x                   | invalid character 'x' looking for beginning of object key string
            {"a":1,}             | invalid character '}' looking for beginning of object key string
            {"a" 1}              | invalid character '1' after object key
            {"a":1 "b"}          | invalid character '"' after object key:value pair
            [1 2]                | invalid character '2' after array element
            [1,]                 | invalid character ']' looking for beginning of value
            [01]                 | invalid character '1' after array element
            [1.x]                | invalid character 'x' after decimal point in numeric literal
            [1ex]                | invalid character 'x' in exponent of numeric literal
            [-x]                 | invalid character 'x' in numeric literal
            trux                 | invalid character 'x' in literal true (expecting 'e')
            ["\\x"]              | invalid character 'x' in string escape code
            ["\\u00g0"]          | invalid character 'g' in \\u hexadecimal character escape
            'a'                  | invalid character '\\'' looking for beginning of value
            é                    | invalid character 'Ã' looking for beginning of value
            """)
    void syntaxErrorsReadLikeThoseOfGo(String text, String message) {
        assertThat(GoJsonSyntax.diagnose(text)).contains(message);
        assertThat(refusal(text)).startsWith("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,");
    }

    @Test
    void controlCharactersAndDepthAreNamed() {
        assertThat(GoJsonSyntax.diagnose("[\"a\nb\"]")).contains("invalid character '\\n' in string literal");
        assertThat(GoJsonSyntax.diagnose("[".repeat(10_001))).contains("exceeded max depth");
    }
}
