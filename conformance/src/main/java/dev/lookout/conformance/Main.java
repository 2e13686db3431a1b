package dev.lookout.conformance;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command behind {@code conformance/run}: parses, runs, prints. */
@Command(
        name = "conformance/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        headerHeading = "%n",
        header = "Runs the scenarios of the spec against an endpoint and says how each went.",
        descriptionHeading = "%n",
        description = {
            "A scenario is a conversation over real sockets: requests, the answers that a correct server gives, and for some what",
            "the chain does meanwhile. They stand in spec/scenarios; each names the cases and rules that it shows.",
            "What an endpoint cannot be made to do (its chain driven, its clock turned) is skipped, and the table says so."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no scenario failed", "1:at least one failed", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  A Vite node:            conformance/run --ws ws://127.0.0.1:41420 --http http://127.0.0.1:48132",
            "  Our gateway, whole:     conformance/run --gateway",
            "  The log filters only:   conformance/run --gateway --only 'vite-topics-*'",
            "  For another program:    conformance/run --gateway --json report.json"
        })
public final class Main implements Callable<Integer> {
    @Option(names = "--ws", paramLabel = "URL", description = "The endpoint's WebSocket address.")
    private @Nullable URI ws;

    @Option(names = "--http", paramLabel = "URL", description = "The endpoint's HTTP address.")
    private @Nullable URI http;

    @Option(names = "--read-key", paramLabel = "KEY", description = "Read key of a MaticVigil account there.")
    private @Nullable String readKey;

    @Option(names = "--write-key", paramLabel = "KEY", description = "Write key of the same account.")
    private @Nullable String writeKey;

    @Option(
            names = "--gateway",
            description = "Start our own gateway in this process, with a chain that does what the scenarios say.")
    private boolean gateway;

    @Option(
            names = "--only",
            paramLabel = "GLOB",
            defaultValue = "*",
            description = "Only scenarios whose id fits, such as 'vite-*-4?' (default: all).")
    private String only = "*";

    @Option(names = "--scenarios", paramLabel = "DIR", description = "Read scenarios from here instead of the spec.")
    private @Nullable Path folder;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long an answer may take (default: 10).")
    private int patienceSeconds = 10;

    @Option(names = "--list", description = "Only list the scenarios, what they cover and what they need.")
    private boolean list;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the outcomes there as JSON.")
    private @Nullable Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the outcomes there as a Markdown page.")
    private @Nullable Path markdown;

    @Spec
    private @Nullable CommandSpec spec;

    // The loggers are kept, so that their levels are.
    private static final Logger SERVER_LOG = Logger.getLogger("org.glassfish");

    public static void main(String[] args) {
        SERVER_LOG.setLevel(Level.WARNING); // the table is what people want to see, not each start of a gateway
        Runtime.getRuntime().exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line =
                java.util.Objects.requireNonNull(spec, "picocli sets it").commandLine();
        PrintWriter out = line.getOut();
        List<Scenario> scenarios = chosen(line);
        if (list) {
            scenarios.forEach(
                    one -> out.printf("%-28s  %s  %s  needs %s%n", one.id(), one.title(), one.covers(), one.needs()));
            return 0;
        }
        HttpClient client = Runner.newClient();
        Duration patience = Duration.ofSeconds(patienceSeconds);
        try (Target target = target(line, client, patience)) {
            out.println(target.name());
            List<Outcome> outcomes = new Runner(client, target, patience).run(scenarios, outcome -> {
                out.println(Report.line(outcome));
                out.flush();
            });
            out.println(Report.summary(outcomes));
            if (json != null) {
                Files.writeString(json, Report.json(target.name(), outcomes));
            }
            if (markdown != null) {
                Files.writeString(markdown, Report.markdown(target.name(), outcomes));
            }
            return Runner.anyFailed(outcomes) ? 1 : 0;
        } catch (UnmetExpectation e) {
            throw new ParameterException(line, "the endpoint does not answer: " + e.getMessage(), e);
        }
    }

    private List<Scenario> chosen(CommandLine line) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + only.replace("/", "+"));
        List<Scenario> all = folder == null ? ScenarioLibrary.ofTheSpec() : ScenarioLibrary.in(folder);
        List<Scenario> scenarios = all.stream()
                .filter(one -> matcher.matches(Path.of(one.id().replace('/', '+'))))
                .toList();
        if (scenarios.isEmpty()) {
            throw new ParameterException(line, "no scenario has an id like '" + only + "'; --list shows them");
        }
        return scenarios;
    }

    private Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        if (readKey != null) {
            keys.put("readKey", readKey);
        }
        if (writeKey != null) {
            keys.put("writeKey", writeKey);
        }
        return keys;
    }

    private Target target(CommandLine line, HttpClient client, Duration patience) {
        if (gateway) {
            return new GatewayTarget();
        }
        if (ws == null && http == null) {
            throw new ParameterException(line, "which endpoint? Give --ws and --http, or --gateway");
        }
        return new GivenTarget(client, Optional.ofNullable(ws), Optional.ofNullable(http), keys(), patience);
    }
}
