package dev.lookout.cli;

import dev.lookout.cli.Watch.Line;
import dev.lookout.client.StreamListener;
import dev.lookout.client.Subscription;
import dev.lookout.client.VigilClient;
import dev.lookout.client.ViteClient;
import dev.lookout.gateway.Gateway;
import dev.lookout.gateway.GatewayCounts;
import dev.lookout.gateway.GatewayOptions;
import dev.lookout.gateway.evm.DevEvmOptions;
import dev.lookout.gateway.evm.DevEvmSource;
import dev.lookout.gateway.vigil.InMemoryKeyRing;
import dev.lookout.gateway.vite.DevOptions;
import dev.lookout.gateway.vite.DevViteSource;
import dev.lookout.model.StreamException;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.HeightRange;
import dev.lookout.model.vite.VmLogFilter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the whole chain in one process: generated chains, the gateway, and a real client of each protocol over real sockets. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "Shows everything at work: gateway, both clients, live events.",
        description = {
            "Starts a gateway on a free loopback port over two generated chains, connects a real client of",
            "each protocol over real sockets, and prints the events that match, live.",
            "Ends with what was sent, matched and received, and with what to try next.",
            ""
        },
        footer = {"", "Examples:", "  lookout demo --for 30s", "  lookout demo --for 10s --json"})
final class DemoCommand implements Callable<Integer> {
    private static final Duration STEP = Duration.ofMillis(50);

    private final Console console;
    private final StopSignal stop;
    private final EventLines lines = new EventLines();
    private final AtomicLong viteReceived = new AtomicLong();
    private final AtomicLong vigilReceived = new AtomicLong();
    private final AtomicReference<StreamException> failure = new AtomicReference<>();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "End after so long, e.g. 30s. Default: until Ctrl-C.")
    private @Nullable Duration time;

    @Option(names = "--json", description = "One JSON object a line: the events, then the summary.")
    private boolean json;

    DemoCommand(Console console, StopSignal stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        var viteChain = new DevViteSource(new DevOptions(6, 2, 8, 0.1, 1));
        var evmChain = new DevEvmSource(new DevEvmOptions(3, 2, 0.1, 1));
        var options = GatewayOptions.builder()
                .port(0)
                .waitFor(4)
                .viteSource(viteChain)
                .evmSource(evmChain)
                .contracts(evmChain.contracts())
                .keys(InMemoryKeyRing.demo())
                .build();
        try (Gateway gateway = Gateway.start(options)) {
            String address = "127.0.0.1:" + gateway.port();
            remark("lookout demo: gateway on http://" + address + ", one Vite and one EVM chain made up as we go");
            Address contract = viteChain.contracts().get(0);
            try (ViteClient vite = Joined.join(ViteClient.connect(URI.create("ws://" + address + "/vite")));
                    VigilClient vigil = VigilClient.open(
                            URI.create("ws://" + address + "/vigil"), InMemoryKeyRing.DEMO.readKey())) {
                vigil.listen(printing(vigilReceived, lines::push));
                var logs = new VmLogFilter(Map.of(contract, HeightRange.ALL), List.of(), null, null);
                var ready = List.of(
                        vite.subscribe(new Subscription.SnapshotBlocks(), printing(viteReceived, lines::snapshotBlock)),
                        vite.subscribe(new Subscription.AccountBlocks(), printing(viteReceived, lines::accountBlock)),
                        vite.subscribe(new Subscription.VmLogs(logs), printing(viteReceived, lines::vmLog)));
                ready.forEach(stream -> Joined.join(stream.ready()));
                remark("lookout demo: Vite client connected with 3 subscriptions, MaticVigil client registering;"
                        + (time == null ? " Ctrl-C ends" : " ends by itself"));
                await();
            }
            summary(gateway.counts(), contract);
        }
        StreamException cause = failure.get();
        if (cause != null) {
            console.failure(cause);
        }
        return cause == null && viteReceived.get() > 0 && vigilReceived.get() > 0 ? 0 : 1;
    }

    private void await() {
        long start = System.nanoTime();
        while (failure.get() == null
                && (time == null || System.nanoTime() - start < time.toNanos())
                && !stop.await(STEP)) {
            // STEP is the wait
        }
    }

    private <E> StreamListener<E> printing(AtomicLong received, Function<? super E, Line> line) {
        return new StreamListener<>() {
            @Override
            public void onEvent(E event) {
                received.incrementAndGet();
                Line rendered = line.apply(event);
                if (json) {
                    console.result(rendered.json());
                } else {
                    console.result(rendered.colour(), rendered.text());
                }
            }

            @Override
            public void onEnd(Optional<StreamException> reason) {
                reason.ifPresent(cause -> failure.compareAndSet(null, cause));
            }
        };
    }

    private void summary(GatewayCounts counts, Address contract) {
        if (json) {
            console.result("{\"kind\":\"summary\",\"sent\":{\"vite\":" + counts.viteEvents() + ",\"vigil\":"
                    + counts.evmEvents() + "},\"matched\":{\"vite\":" + counts.viteMatched() + ",\"vigil\":"
                    + counts.vigilMatched() + "},\"received\":{\"vite\":" + viteReceived + ",\"vigil\":" + vigilReceived
                    + "}}");
            return;
        }
        console.result("");
        console.result("               sent by the chain   matched   received");
        row("Vite", counts.viteEvents(), counts.viteMatched(), viteReceived.get());
        row("MaticVigil", counts.evmEvents(), counts.vigilMatched(), vigilReceived.get());
        console.result("");
        console.result("Try next, in two shells:");
        console.result("  ./lookout serve --source dev:rate=50,seed=1 --port 8080");
        console.result("  ./lookout watch vite ws://127.0.0.1:8080/vite --snapshots --logs " + contract);
        console.result("  ./lookout watch vigil ws://127.0.0.1:8080/vigil --key 00000000-0000-4000-8000-00000000d340");
        console.result("and ./lookout --help");
    }

    private void row(String name, long sent, long matched, long received) {
        console.result(String.format(java.util.Locale.ROOT, "  %-12s %17d %9d %10d", name, sent, matched, received));
    }

    private void remark(String line) {
        console.remark(console.paint(Console.Colour.FAINT, line));
    }
}
