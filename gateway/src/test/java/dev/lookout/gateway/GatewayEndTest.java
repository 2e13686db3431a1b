package dev.lookout.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.chain.ChainSource;
import dev.lookout.gateway.vite.ViteChainEvent;
import dev.lookout.transport.TransportLimits;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a gateway ends, and what it says when a source has. */
@Timeout(60)
class GatewayEndTest {
    @Test
    @Tag("VITE-WS-12")
    void clientsAreAskedToComeBackWhenTheGatewayStops() throws Exception {
        Gateway gateway = Gateway.start(GatewayOptions.builder().port(0).build());
        try (var subscriber = new RawViteClient(gateway.port(), "/vite");
                var other = new RawViteClient(gateway.port(), "/ws");
                var silent = new RawViteClient(gateway.port(), "/")) {
            subscriber.subscribe("[\"newSnapshotBlock\"]");
            other.subscribe("[\"newAccountBlock\"]");

            gateway.close();

            assertThat(subscriber.next()).isEqualTo("closed 1001 server restart");
            assertThat(other.next()).isEqualTo("closed 1001 server restart");
            assertThat(silent.next()).isEqualTo("closed 1001 server restart");
        }
    }

    @Test
    void aClientThatDoesNotAnswerHoldsTheEndUpForTheCloseTimeoutOnly() throws Exception {
        var seconds = Duration.ofSeconds(5);
        var limits = TransportLimits.DEFAULT.withTimeouts(seconds, seconds, seconds, Duration.ofMillis(300));
        Gateway gateway =
                Gateway.start(GatewayOptions.builder().port(0).transport(limits).build());
        try (var deaf = new DeafClient(gateway.port())) {
            deaf.subscribe("[\"newSnapshotBlock\"]");
            long start = System.nanoTime();

            gateway.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    @Tag("VITE-HTTP-4")
    void healthSaysWhichSourceHasFailed() throws Exception {
        var source = new BreakingSource();
        var options = GatewayOptions.builder().port(0).waitFor(1).viteSource(source);
        try (Gateway gateway = Gateway.start(options.build());
                var client = new RawViteClient(gateway.port(), "/vite")) {
            assertThat(client.send(HttpRequest.newBuilder().GET(), "/health").statusCode())
                    .isEqualTo(200);

            client.subscribe("[\"newSnapshotBlock\"]"); // starts the source, which fails

            var reply = client.send(HttpRequest.newBuilder().GET(), "/Health");
            assertThat(reply.statusCode()).isEqualTo(500);
            assertThat(reply.body()).isEqualTo("Vite source, a broken one, has failed: line 7 is no JSON\n");
            assertThat(client.send(HttpRequest.newBuilder().GET(), "/").statusCode())
                    .isEqualTo(200);
        }
    }

    private static final class BreakingSource implements ChainSource<ViteChainEvent> {
        @Override
        public String describe() {
            return "a broken one";
        }

        @Override
        public void start(Sink<ViteChainEvent> sink) {
            sink.failed(new IllegalStateException("line 7 is no JSON"));
        }

        @Override
        public void close() {}
    }
}
