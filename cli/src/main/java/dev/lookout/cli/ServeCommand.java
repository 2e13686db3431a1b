package dev.lookout.cli;

import dev.lookout.gateway.Gateway;
import dev.lookout.gateway.GatewayOptions;
import dev.lookout.gateway.chain.Pace;
import dev.lookout.gateway.vigil.InMemoryKeyRing;
import dev.lookout.gateway.vigil.KeyPair;
import dev.lookout.model.vigil.ApiKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a gateway until told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Runs a gateway: both APIs on one port.",
        description = {
            "Serves the Vite Subscription API and the MaticVigil WebSocket API on one port:",
            "/vite and /vigil name theirs; on / and /ws a connection's first message decides;",
            "JSON-RPC over HTTP on every path. Prints one line with the real address.",
            ""
        },
        footer = {
            "",
            "Sources:",
            "  recorded:FILE            replays a recording, Vite or EVM (spec/recording), .gz or plain",
            "  dev:rate=50,seed=1       a generated chain of both families: rate, contracts, topics, reorgs, seed",
            "",
            "Examples:",
            "  lookout serve --source dev:rate=50,seed=1 --port 8080",
            "  lookout serve --source recorded:chain.jsonl --pace max --wait-for 3 --port 0 --port-file port.txt"
        })
final class ServeCommand implements Callable<Integer> {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Console console;
    private final StopSignal stop;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "Where events come from; repeatable, one of each chain family. Default: none.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--pace",
            paramLabel = "PACE",
            defaultValue = "1",
            description = "Of a recording: 1 as recorded, 10 ten times as fast, max as fast as it goes. Default: 1.")
    private String pace = "1";

    @Option(
            names = "--wait-for",
            paramLabel = "N",
            defaultValue = "0",
            description = "Sources start once N subscriptions, filters and sessions stand. Default: at once.")
    private int waitFor;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "Default: 127.0.0.1.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to bind, 0 = a free one. Default: 8080.")
    private int port;

    @Option(names = "--port-file", paramLabel = "FILE", description = "Write the port that was bound into this file.")
    private @Nullable Path portFile;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = {
                "An API key that MaticVigil clients may register with; repeatable. Without one, recorded and",
                "generated chains accept the demo key 00000000-0000-4000-8000-00000000d340."
            })
    private List<String> keys = new ArrayList<>();

    ServeCommand(Console console, StopSignal stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException {
        var options =
                GatewayOptions.builder().host(host).port(port).waitFor(waitFor).keys(keyRing());
        var described = new Sources(options, Pace.parse(pace));
        sources.forEach(described::add);
        try (Gateway gateway = Gateway.start(options.build())) {
            console.result(
                    "lookout: serving http://" + authority(gateway.port()) + " (ws://" + authority(gateway.port())
                            + "/vite, ws://" + authority(gateway.port()) + "/vigil), " + described.describe());
            if (portFile != null) {
                write(portFile, gateway.port());
            }
            while (!stop.await(STEP)) {
                // the gateway works on threads of its own
            }
        }
        console.remark("lookout: stopped");
        return 0;
    }

    private InMemoryKeyRing keyRing() {
        if (keys.isEmpty()) {
            return InMemoryKeyRing.demo();
        }
        var ring = new InMemoryKeyRing();
        for (int at = 0; at < keys.size(); at++) {
            // One key for both kinds: registering does not tell them apart (VIGIL-D-5).
            ring.add("key " + (at + 1), new KeyPair(ApiKey.of(keys.get(at)), ApiKey.of(keys.get(at))));
        }
        return ring;
    }

    private String authority(int boundPort) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + boundPort;
    }

    /** Written whole or not at all: who waits for the file never reads half a number. */
    private static void write(Path file, int boundPort) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, boundPort + "\n");
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
