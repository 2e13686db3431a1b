package dev.lookout.cli;

import dev.lookout.client.VigilClient;
import dev.lookout.model.vigil.ApiKey;
import dev.lookout.model.vigil.VigilPush;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a MaticVigil account is pushed. */
@Command(
        name = "vigil",
        mixinStandardHelpOptions = true,
        header = "Watches a MaticVigil account.",
        description = {
            "Registers with an API key and prints the pushes of the account: contractmon, event, otm.",
            "Comes back by itself after every loss but a refused key.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lookout watch vigil ws://127.0.0.1:8080/vigil --key KEY --for 10s",
            "  LOOKOUT_KEY=... lookout watch vigil wss://example.org/ws --json",
            "",
            "Exit code: 0 ended as asked, 1 refused or failed, 2 wrong arguments."
        })
final class WatchVigilCommand implements Callable<Integer> {
    private final Console console;
    private final StopSignal stop;
    private final EventLines lines = new EventLines();

    @Parameters(paramLabel = "URL", description = "ws:// or wss:// address of the gateway.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private URI url;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = {
                "The account's read key. Without it the environment variable LOOKOUT_KEY is read,",
                "which keeps the key out of the list of processes."
            })
    private @Nullable String key;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private WatchLimits limits;

    WatchVigilCommand(Console console, StopSignal stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        String secret = key != null ? key : System.getenv("LOOKOUT_KEY");
        if (secret == null || secret.isEmpty()) {
            throw new IllegalArgumentException("no API key: give --key KEY or set LOOKOUT_KEY");
        }
        var watch = new Watch(console, limits);
        try (VigilClient client = VigilClient.open(url, ApiKey.of(secret))) {
            client.listen(watch.printing(VigilPush::type, lines::push));
            console.remark("lookout: watching " + url + "; Ctrl-C ends");
            watch.run(stop);
        }
        return watch.summary();
    }
}
