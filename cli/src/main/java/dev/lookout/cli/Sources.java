package dev.lookout.cli;

import dev.lookout.gateway.GatewayOptions;
import dev.lookout.gateway.chain.Pace;
import dev.lookout.gateway.evm.DevEvmOptions;
import dev.lookout.gateway.evm.DevEvmSource;
import dev.lookout.gateway.evm.RecordedEvmSource;
import dev.lookout.gateway.vite.DevOptions;
import dev.lookout.gateway.vite.DevViteSource;
import dev.lookout.gateway.vite.RecordedViteSource;
import dev.lookout.gateway.vite.UndoOrder;
import dev.lookout.transport.JsonLimits;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import dev.lookout.transport.MalformedJsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads {@code --source}: a kind, a colon, and what the kind wants to know. */
final class Sources {
    private static final int LONGEST_LINE = 16 << 20;
    private static final JsonLimits LINE_LIMITS = new JsonLimits(LONGEST_LINE, 100, LONGEST_LINE);

    private static final Duration REPLAY_PATIENCE = Duration.ofSeconds(10);

    private final GatewayOptions.Builder options;
    private final Pace pace;
    private final List<String> described = new ArrayList<>();
    private boolean hasVite;
    private boolean hasEvm;

    Sources(GatewayOptions.Builder options, Pace pace) {
        this.options = options;
        this.pace = pace;
    }

    /**
     * Adds what one {@code --source} names.
     *
     * @throws IllegalArgumentException says what is wrong and what may be written
     */
    Sources add(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        switch (kind) {
            case "recorded" -> recorded(Path.of(rest));
            case "dev" -> dev(rest);
            default ->
                throw new IllegalArgumentException("--source '" + text
                        + "': write recorded:FILE for a recording or dev:rate=50,seed=1 for a generated chain");
        }
        return this;
    }

    /** What was added, for the line that a server prints. */
    String describe() {
        return described.isEmpty() ? "no source: the APIs answer, and no event comes" : String.join("; ", described);
    }

    private void recorded(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("--source recorded:" + file + ": there is no such file");
        }
        // A replay is to reach everybody whole: it waits for a reader that falls behind, within reason.
        options.readerPatience(REPLAY_PATIENCE);
        if (isEvm(file)) {
            claimEvm();
            var source = RecordedEvmSource.of(file, pace);
            options.evmSource(source).contracts(source.contracts());
            described.add(source.describe() + " (EVM)");
        } else {
            claimVite();
            var source = RecordedViteSource.of(file, pace, UndoOrder.NEWEST_FIRST);
            options.viteSource(source);
            described.add(source.describe() + " (Vite)");
        }
    }

    private void dev(String settings) {
        claimVite();
        claimEvm();
        var wanted = DevOptions.parse(settings);
        var vite = new DevViteSource(wanted);
        var evm =
                new DevEvmSource(new DevEvmOptions(wanted.rate(), wanted.contracts(), wanted.reorgs(), wanted.seed()));
        options.viteSource(vite).evmSource(evm).contracts(evm.contracts());
        described.add(vite.describe());
        described.add(evm.describe());
    }

    private void claimVite() {
        if (hasVite) {
            throw new IllegalArgumentException("--source: two sources of a Vite chain; a gateway serves one");
        }
        hasVite = true;
    }

    private void claimEvm() {
        if (hasEvm) {
            throw new IllegalArgumentException("--source: two sources of an EVM chain; a gateway serves one");
        }
        hasEvm = true;
    }

    /** The first row tells the family (spec/recording): Vite recordings know account and snapshot blocks, EVM ones blocks. */
    private static boolean isEvm(Path file) {
        try (var lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            if (first != null
                    && JsonValue.parse(first, LINE_LIMITS) instanceof JsonObject row
                    && row.get("kind") instanceof JsonString kind) {
                return kind.text().equals("meta") || kind.text().equals("block");
            }
        } catch (MalformedJsonException | IOException unreadable) {
            throw new IllegalArgumentException(
                    "--source recorded:" + file + ": " + unreadable.getMessage(), unreadable);
        }
        throw new IllegalArgumentException("--source recorded:" + file
                + ": the first line has no \"kind\"; recordings are described in spec/recording/README.md");
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }
}
