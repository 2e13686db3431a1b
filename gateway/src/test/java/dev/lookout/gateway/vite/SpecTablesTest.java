package dev.lookout.gateway.vite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookout.gateway.SpecDocument;
import dev.lookout.gateway.chain.Audience;
import dev.lookout.gateway.chain.InMemoryEventLog;
import dev.lookout.gateway.chain.Retention;
import dev.lookout.gateway.vite.ViteOptions.InvalidMessages;
import dev.lookout.testkit.ManualClock;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonValue;
import dev.lookout.transport.TransportLimits;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the code does against what the spec's tables say. */
class SpecTablesTest {
    private static final ViteOptions DEFAULTS = ViteOptions.builder().build();

    private static RpcMethods methods(MethodTable table) {
        var log = new InMemoryEventLog<ViteChainEvent>(Retention.ofEvents(10));
        var filters = new FilterTable(log, ManualClock.atNoon(), DEFAULTS, new Audience());
        return RpcMethods.of(table, filters, new LedgerMethods(new InMemoryLedger(10), DEFAULTS), DEFAULTS);
    }

    private static JsonNode openRpc() throws IOException {
        return SpecDocument.yaml("vite/openrpc.json"); // JSON is YAML
    }

    private static MethodTable changed(String from, String to) throws IOException {
        return MethodTable.of((JsonObject) JsonValue.parse(openRpc().toString().replace(from, to)));
    }

    @Test
    void eachMethodOfTheSpecIsServedAndNoOther() throws IOException {
        var expected = new HashSet<String>();
        for (JsonNode method : openRpc().get("methods")) {
            if (method.get("x-lookout").get("served").asString().equals("always")) {
                expected.add(method.get("name").asString());
            }
        }
        expected.removeAll(List.of("subscribe_subscribe", "subscribe_unsubscribe"));

        RpcMethods served = methods(MethodTable.ofSpec());

        assertThat(served.names()).isEqualTo(expected);
        for (JsonNode method : openRpc().get("methods")) {
            Optional<RpcMethod> found = served.find(method.get("name").asString());
            if (found.isPresent()) {
                assertThat(found.get().params())
                        .as("%s", method.get("name"))
                        .hasSize(method.get("params").size());
                assertThat(found.get().goName())
                        .isEqualTo(method.get("x-lookout").get("goName").asString());
            }
        }
    }

    @Test
    void aMethodWithoutCodeAndCodeWithoutAMethodFailAtStart() throws IOException {
        MethodTable table = changed("\"operation\":\"vmLogs\"", "\"operation\":\"gasPrice\"");

        assertThatThrownBy(() -> methods(table))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("spec and code differ: methods that no code serves [ledger_getVmLogs],"
                        + " operations that the spec does not have [vmLogs]");
    }

    @Test
    void anEventThatNoCodeKnowsFailsAtStart() {
        assertThatThrownBy(() -> changed("\"event\":\"vmLog\"", "\"event\":\"weather\""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is about weather, which no code knows");
    }

    @Test
    void eachEventOfTheSpecGivesItsTopicAndItsEmptyPoll() throws IOException {
        JsonNode events = openRpc().get("x-lookout-events");
        RpcMethods served = methods(MethodTable.ofSpec());

        assertThat(events.size()).isEqualTo(15);
        for (String name : events.propertyNames()) {
            JsonNode event = events.get(name);
            MethodTable.Event found = served.event(name).orElseThrow();
            boolean first = event.get("generation").asString().equals("v1");
            assertThat(found.generation()).as(name).isEqualTo(first ? Generation.V1 : Generation.V2);
            assertThat(found.params()).as(name).hasSize(event.get("parameters").size());
            boolean ignored = event.get("surplusParameters").asString().equals("ignored");
            assertThat(found.params().isEmpty()).as(name).isEqualTo(ignored);
            boolean nothing = found.generation() == Generation.V1 || found.kind() == TopicKind.ACCOUNTS;
            assertThat(event.get("emptyPoll").asString()).as(name).isEqualTo(nothing ? "null" : "[]");
        }
    }

    @Test
    void limitsAreTheSpecs() throws IOException {
        JsonNode limits = SpecDocument.yaml("vite/asyncapi.yaml").get("x-lookout-limits");

        assertThat(value(limits, "inboundMessageBytes"))
                .isEqualTo(ViteHttp.MAX_BODY)
                .isEqualTo(TransportLimits.DEFAULT.inboundMessageBytes())
                .isEqualTo(TransportLimits.DEFAULT.httpBodyBytes());
        assertThat(value(limits, "resultsPerCallback")).isEqualTo(Results.MAX_PER_CALLBACK);
        assertThat(value(limits, "ledgerCount")).isEqualTo(LogQuery.MOST);
        assertThat(value(limits, "ledgerHeightDifference")).isEqualTo(LedgerMethods.PAGE.longValue());
        assertThat(value(limits, "queuedBytes")).isEqualTo(DEFAULTS.pendingBytesPerConnection());
        assertThat(value(limits, "subscriptionsPerConnection")).isEqualTo(DEFAULTS.subscriptionsPerConnection());
        assertThat(value(limits, "filters")).isEqualTo(DEFAULTS.filters());
        assertThat(value(limits, "resultsPerPoll")).isEqualTo(DEFAULTS.resultsPerPoll());
        assertThat(value(limits, "addressesPerFilter")).isEqualTo(DEFAULTS.addressesPerFilter());
        assertThat(value(limits, "topicAlternatives")).isEqualTo(DEFAULTS.topicAlternatives());
        assertThat(value(limits, "batchLength")).isEqualTo(DEFAULTS.batchLength());
        assertThat(limits.size()).as("limits of the spec, all looked at here").isEqualTo(11);
    }

    @Test
    void timersAndOptionsAreTheSpecs() throws IOException {
        JsonNode document = SpecDocument.yaml("vite/asyncapi.yaml");
        JsonNode timers = document.get("x-lookout-timers");

        assertThat(millis(timers, "filterIdle")).isEqualTo(DEFAULTS.filterIdle().toMillis());
        assertThat(millis(timers, "closeHandshake"))
                .isEqualTo(TransportLimits.DEFAULT.closeTimeout().toMillis());
        assertThat(millis(timers, "httpRead"))
                .isEqualTo(TransportLimits.DEFAULT.readTimeout().toMillis());
        assertThat(millis(timers, "httpIdle"))
                .isEqualTo(TransportLimits.DEFAULT.idleTimeout().toMillis());
        assertThat(document.get("x-lookout-options")
                        .get("invalidMessages")
                        .get("default")
                        .asString())
                .isEqualTo("keep-open");
        assertThat(DEFAULTS.invalidMessages()).isEqualTo(InvalidMessages.KEEP_OPEN);
    }

    @Test
    void closeCodesAreTheSpecs() throws IOException {
        JsonNode codes = SpecDocument.yaml("vite/asyncapi.yaml").get("x-lookout-close-codes");

        assertThat(codes.get("slowConsumer").get("code").asInt()).isEqualTo(ViteConnection.SLOW);
        assertThat(codes.get("shutdown").get("code").asInt()).isEqualTo(ViteConnection.RESTART);
        assertThat(codes.get("shutdown").get("reason").asString()).isEqualTo("server restart");
    }

    private static long value(JsonNode table, String name) {
        return table.get(name).get("value").asLong();
    }

    private static long millis(JsonNode table, String name) {
        return table.get(name).get("ms").asLong();
    }
}
