package dev.lookout.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.Gateway;
import dev.lookout.gateway.GatewayOptions;
import dev.lookout.gateway.chain.Pace;
import dev.lookout.gateway.evm.RecordedEvmSource;
import dev.lookout.gateway.vigil.InMemoryKeyRing;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The two sample clients of the MaticVigil page, written out anew, at our gateway over the shipped recording. */
@Timeout(180)
class VigilSampleClientsTest {
    private static final String RECORDING = "/dev/lookout/testkit/recordings/evm-small.jsonl";
    private static final String KEY = InMemoryKeyRing.DEMO.readKey().reveal();
    private static final int WANTED = 50;
    private static final HttpClient CLIENT = Runner.newClient();

    @Test
    @Tag("VIGIL-S-01")
    @Tag("VIGIL-S-08")
    void thePythonSampleReadsBeatsAndUnregisters() throws Exception {
        try (Gateway gateway = gateway();
                ClientProcess client = ClientProcess.python("vigil.py", url(gateway), KEY, "1", "50", "2")) {
            assertThat(kind(client.next())).isEqualTo("session");
            List<String> expected = raw(gateway);

            var messages = new ArrayList<String>();
            int beats = 0;
            JsonNode line = client.next();
            for (; !kind(line).equals("unregistered"); line = client.next()) {
                if (kind(line).equals("message")) {
                    messages.add(value(line));
                } else {
                    assertThat(kind(line)).isEqualTo("beat");
                    assertThat(value(line)).startsWith("{\"command\":\"heartbeat\"");
                    beats++;
                }
            }

            assertThat(value(line)).startsWith("{\"command\":\"unregister:ack\"");
            assertThat(kind(client.next())).isEqualTo("end");
            assertThat(client.end()).isZero();
            assertThat(beats).isGreaterThanOrEqualTo(2);
            assertThat(messages.subList(0, WANTED)).isEqualTo(expected);
        }
    }

    @Test
    @Tag("VIGIL-S-05")
    void thePythonSampleIsToldThatItsKeyIsWrong() throws Exception {
        try (Gateway gateway = gateway();
                ClientProcess client = ClientProcess.python("vigil.py", url(gateway), "nobody", "1", "1", "1")) {
            JsonNode line = client.next();

            assertThat(kind(line)).isEqualTo("not acknowledged");
            assertThat(value(line)).isEqualTo("register:nack");
        }
    }

    @Test
    @Tag("VIGIL-S-01")
    @Tag("VIGIL-S-08")
    void theJavaScriptSampleSortsMessagesAndBeats() throws Exception {
        try (Gateway gateway = gateway();
                ClientProcess client = ClientProcess.node("vigil.mjs", url(gateway), KEY, "300")) {
            assertThat(kind(client.next())).isEqualTo("session");
            List<String> expected = raw(gateway);

            var messages = new ArrayList<String>();
            int beats = 0;
            while (messages.size() < WANTED || beats < 2) {
                JsonNode line = client.next();
                if (kind(line).equals("command")) {
                    assertThat(value(line)).isEqualTo("heartbeat");
                    beats++;
                } else {
                    assertThat(kind(line)).isEqualTo(value(line).startsWith("{\"type\":\"event\"") ? "event" : "tx");
                    messages.add(value(line));
                }
            }

            assertThat(messages.subList(0, WANTED)).isEqualTo(expected);
        }
    }

    @Test
    @Tag("VIGIL-S-05")
    void theJavaScriptSampleStopsAtAWrongKey() throws Exception {
        try (Gateway gateway = gateway();
                ClientProcess client = ClientProcess.node("vigil.mjs", url(gateway), "nobody", "300")) {
            assertThat(kind(client.next())).isEqualTo("bad auth");
            assertThat(client.end()).isZero();
        }
    }

    private static Gateway gateway() {
        var source = RecordedEvmSource.of("evm-small", VigilSampleClientsTest::recording, Pace.MAX);
        return Gateway.start(GatewayOptions.builder()
                .port(0)
                .waitFor(2)
                .readerPatience(Duration.ofSeconds(30))
                .keys(InMemoryKeyRing.demo())
                .contracts(source.contracts())
                .evmSource(source)
                .build());
    }

    private static InputStream recording() {
        return Objects.requireNonNull(VigilSampleClientsTest.class.getResourceAsStream(RECORDING), RECORDING);
    }

    private static String url(Gateway gateway) {
        return "ws://127.0.0.1:" + gateway.port() + "/ws";
    }

    /** The second listener, with which the chain starts: the first messages as they are on the wire. */
    private static List<String> raw(Gateway gateway) {
        try (var raw = new WebSocketPeer(CLIENT, URI.create(url(gateway)), "raw", Duration.ofSeconds(30))) {
            raw.send("{\"command\":\"register\",\"key\":\"" + KEY + "\"}");
            assertThat(raw.take("register:ack", frame -> true).text()).contains("register:ack");
            var messages = new ArrayList<String>();
            while (messages.size() < WANTED) {
                messages.add(raw.take("a message", frame -> true).text());
            }
            return messages;
        }
    }

    private static String kind(JsonNode line) {
        return line.path("kind").asString("");
    }

    private static String value(JsonNode line) {
        return line.path("value").asString("");
    }
}
