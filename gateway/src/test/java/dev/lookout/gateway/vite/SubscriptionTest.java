package dev.lookout.gateway.vite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.chain.Audience;
import dev.lookout.gateway.chain.InMemoryEventLog;
import dev.lookout.gateway.chain.Retention;
import dev.lookout.testkit.ManualClock;
import dev.lookout.topics.TopicIndex;
import dev.lookout.transport.JsonLimits;
import dev.lookout.transport.RpcRequestReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private final ViteOptions options = ViteOptions.builder().build();
    private final ViteConnection connection = new ViteConnection(new QueueConnection(), 1 << 20);

    @Test
    @Tag("VITE-SUB-9")
    void aCallbackHoldsAtMost128ResultsHoweverManyWait() {
        var subscription = new Subscription("0x1", new ViteTopic.Accounts(Generation.V2), connection, 0);
        Results.of(Collections.nCopies(200, "x".getBytes(UTF_8))).forEach(subscription::add);
        for (int i = 0; i < 100; i++) {
            Results.of(List.of("x".getBytes(UTF_8))).forEach(subscription::add);
        }
        subscription.open();

        var sizes = new ArrayList<Long>();
        while (subscription.hasPending()) {
            String text = subscription.next().text().text();
            sizes.add(text.substring(text.lastIndexOf('['))
                    .chars()
                    .filter(c -> c == 'x')
                    .count());
        }

        assertThat(sizes).allMatch(size -> size >= 1 && size <= 128);
        assertThat(sizes.stream().mapToLong(Long::longValue).sum()).isEqualTo(300);
        assertThat(sizes.get(0)).isEqualTo(128);
    }

    @Test
    @Tag("VITE-SUB-8")
    void itStandsBeforeTheReplyWithItsIdIsGivenOut() {
        var log = new InMemoryEventLog<ViteChainEvent>(Retention.ofEvents(50));
        var audience = new Audience();
        var filters = new FilterTable(log, ManualClock.atNoon(), options, audience);
        var methods = RpcMethods.of(
                MethodTable.ofSpec(), filters, new LedgerMethods(new InMemoryLedger(10), options), options);
        var index = new SubscriptionIndex(new IndexedLogMatcher(TopicIndex.create()));
        var rpc = new ViteRpc(methods, index, log, options, audience);
        String request =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"subscribe_subscribe\",\"params\":[\"newSnapshotBlock\"]}";

        ViteRpc.Answer answer = rpc.answer(
                        new RpcRequestReader(new JsonLimits(131_072, 64, 131_072)).read(request),
                        Optional.of(connection))
                .orElseThrow();

        var reached = new ArrayList<Subscription>();
        index.deliver(ViteDerivation.of(Blocks.snapshot("s", 2)), (subscription, results) -> reached.add(subscription));
        assertThat(reached).hasSize(1).isEqualTo(answer.made()).allMatch(one -> one.wants(log.last() + 1));
        assertThat(answer.text()).contains(reached.get(0).id());
    }
}
