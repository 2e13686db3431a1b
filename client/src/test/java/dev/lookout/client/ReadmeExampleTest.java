package dev.lookout.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.model.vite.Address;
import dev.lookout.testkit.RpcScript;
import dev.lookout.testkit.ScriptedPeer;
import dev.lookout.testkit.ViteSamples;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the example of the README, which quotes what stands between the two markers. */
@Timeout(30)
class ReadmeExampleTest {
    private static final String ID = "0x1dfa06f71534a8aee117d8a62d05a4a";

    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> enter = new CompletableFuture<>();

    @Test
    void exampleOfTheReadmePrintsTheLogsOfItsContract() throws Exception {
        var node = new RpcScript()
                .on("subscribe_subscribe", params -> "\"" + ID + "\"")
                .on("subscribe_unsubscribe", params -> "true");
        try (var peer = ScriptedPeer.start(node)) {
            var example = CompletableFuture.runAsync(
                    () -> example(peer.webSocketUri("/vite").toString()));
            var server = peer.awaitConnection();
            assertThat(server.awaitText()).contains("newVmLog", ViteSamples.CONTRACT);
            server.send(ViteSamples.callback(ID, List.of(ViteSamples.vmLog(6, false), ViteSamples.vmLog(6, true))));

            assertThat(printed.poll(10, TimeUnit.SECONDS)).startsWith("new log at height 6");
            assertThat(printed.poll(10, TimeUnit.SECONDS)).startsWith("undone log at height 6");
            enter.complete(null);
            example.get(10, TimeUnit.SECONDS);
            assertThat(server.awaitEnd().code()).isEqualTo(1000);
            assertThat(server.received()).hasSize(2);
        }
    }

    private void example(String url) {
        // readme:start
        var contract = Address.parse("vite_79ac3daebdfed6947c0aaeacd418eadf38a94dddefbd4acec1");

        try (var client = ViteClient.connect(URI.create(url)).join()) {
            var logs = client.subscribe(Subscription.VmLogs.of(contract));
            logs.listen(log -> {
                String what = log.removed() ? "undone" : "new";
                print(what + " log at height " + log.accountBlockHeight() + ": "
                        + log.vmlog().topics());
            });
            logs.ready().join(); // from here on, nothing is missed without a word

            waitForEnter();
        } // unsubscribes and closes
        // readme:end
    }

    private void print(String line) {
        printed.add(line);
    }

    private void waitForEnter() {
        enter.join();
    }
}
