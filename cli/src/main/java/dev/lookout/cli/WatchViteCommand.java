package dev.lookout.cli;

import dev.lookout.client.EventStream;
import dev.lookout.client.Subscription;
import dev.lookout.client.ViteClient;
import dev.lookout.model.vite.Address;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints events of a Vite node or of a gateway. */
@Command(
        name = "vite",
        mixinStandardHelpOptions = true,
        header = "Watches a Vite node or gateway.",
        description = {
            "Prints events of the Vite Subscription API: over callbacks for a ws:// address,",
            "by polling for an http:// one. Without a choice: snapshot blocks and account blocks.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lookout watch vite ws://127.0.0.1:8080/vite --snapshots --for 10s",
            "  lookout watch vite ws://127.0.0.1:8080/vite --logs vite_... --topic TOPIC0 --topic - --json",
            "",
            "Exit code: 0 ended as asked, 1 the stream failed or was refused, 2 wrong arguments."
        })
final class WatchViteCommand implements Callable<Integer> {
    private final Console console;
    private final StopSignal stop;
    private final EventLines lines = new EventLines();

    @Parameters(paramLabel = "URL", description = "ws://, wss://, http:// or https:// address of the node or gateway.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private URI url;

    @Option(names = "--snapshots", description = "New snapshot blocks.")
    private boolean snapshots;

    @Option(names = "--accounts", description = "New account blocks of all accounts.")
    private boolean accounts;

    @Option(
            names = "--account",
            paramLabel = "ADDRESS",
            description = "New account blocks of this account; repeatable.")
    private List<String> accountsOf = new ArrayList<>();

    @Option(names = "--unreceived", paramLabel = "ADDRESS", description = "Blocks sent to this account; repeatable.")
    private List<String> unreceivedOf = new ArrayList<>();

    @Option(
            names = "--logs",
            paramLabel = "ADDRESS[@FROM..TO]",
            description = "Event logs of this contract, optionally within heights of its chain; repeatable.")
    private List<String> logs = new ArrayList<>();

    @Option(
            names = "--topic",
            paramLabel = "HASH[,HASH...]",
            description = {
                "Alternatives at the next topic position of --logs; - means any.",
                "The first --topic is the event signature."
            })
    private List<String> topics = new ArrayList<>();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private WatchLimits limits;

    WatchViteCommand(Console console, StopSignal stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        var filter = LogFilters.of(logs, topics);
        var watch = new Watch(console, limits);
        try (ViteClient client = Joined.join(ViteClient.connect(url))) {
            var streams = new ArrayList<EventStream<?>>();
            if (snapshots || nothingChosen()) {
                streams.add(client.subscribe(
                        new Subscription.SnapshotBlocks(),
                        watch.printing(e -> "newSnapshotBlock", lines::snapshotBlock)));
            }
            if (accounts || nothingChosen()) {
                streams.add(client.subscribe(
                        new Subscription.AccountBlocks(), watch.printing(e -> "newAccountBlock", lines::accountBlock)));
            }
            for (Address address : Addresses.parse(accountsOf)) {
                streams.add(client.subscribe(
                        new Subscription.AccountBlocksOf(address),
                        watch.printing(e -> "newAccountBlockByAddress", e -> lines.accountBlock(address, e))));
            }
            for (Address address : Addresses.parse(unreceivedOf)) {
                streams.add(client.subscribe(
                        new Subscription.UnreceivedBlocksOf(address),
                        watch.printing(e -> "newUnreceivedBlockByAddress", e -> lines.unreceivedBlock(address, e))));
            }
            filter.ifPresent(wanted -> streams.add(
                    client.subscribe(new Subscription.VmLogs(wanted), watch.printing(e -> "newVmLog", lines::vmLog))));
            for (EventStream<?> stream : streams) {
                Joined.join(stream.ready());
            }
            console.remark("lookout: watching " + url + ", " + streams.size()
                    + (streams.size() == 1 ? " stream" : " streams") + "; Ctrl-C ends");
            watch.run(stop);
        }
        return watch.summary();
    }

    private boolean nothingChosen() {
        return !snapshots && !accounts && accountsOf.isEmpty() && unreceivedOf.isEmpty() && logs.isEmpty();
    }
}
