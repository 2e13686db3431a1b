package dev.lookout.gateway.evm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.EvmHash;
import dev.lookout.transport.JsonBoolean;
import dev.lookout.transport.JsonLimits;
import dev.lookout.transport.JsonNumber;
import dev.lookout.transport.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an EVM recording ({@code spec/recording/README.md}) row by row, whatever its size. A line that does not fit ends the
 * reading with an {@link InvalidEvmDataException} that names it. Not for several threads.
 */
final class EvmRecordingReader implements AutoCloseable {
    // A block of a busy chain with full transactions and receipts is tens of megabytes.
    private static final JsonLimits LINE_LIMITS = new JsonLimits(256 << 20, 100, 256 << 20);

    private final String name;
    private final BufferedReader lines;
    private long lineNumber;
    private double lastMillis;

    EvmRecordingReader(String name, InputStream utf8) {
        this.name = name;
        this.lines = new BufferedReader(new InputStreamReader(
                utf8,
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** @throws UncheckedIOException if the file cannot be opened */
    static EvmRecordingReader open(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            InputStream bytes = Files.newInputStream(file);
            return new EvmRecordingReader(name, name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Recording " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** One line. */
    sealed interface Row {
        /** What the recording is about. */
        record Meta(long chainId, ContractBook contracts) implements Row {}

        /** A block came; {@code millis} since the recording began. */
        record Inserted(double millis, EvmBlock block) implements Row {}

        /** A block went; {@code millis} since the recording began. */
        record Removed(double millis, EvmHash hash) implements Row {}
    }

    /** The next row; absent at the end. Empty lines and lines of an unknown kind are passed over. */
    Optional<Row> next() {
        while (true) {
            @Nullable String line = readLine();
            if (line == null) {
                return Optional.empty();
            }
            var row = line.isBlank() ? Optional.<Row>empty() : located(line);
            if (row.isPresent()) {
                return row;
            }
        }
    }

    private Optional<Row> located(String line) {
        try {
            return row(EvmMembers.of(JsonValue.parse(line, LINE_LIMITS), "line"));
        } catch (IllegalArgumentException e) {
            throw new InvalidEvmDataException("Recording " + name + ", line " + lineNumber + ": " + e.getMessage(), e);
        }
    }

    private @Nullable String readLine() {
        try {
            lineNumber++;
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Recording " + name + ", line " + lineNumber + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<Row> row(EvmMembers line) {
        return switch (line.text("kind")) {
            case "meta" -> Optional.of(meta(line));
            case "block" -> Optional.of(block(line));
            default -> Optional.empty();
        };
    }

    private Row block(EvmMembers line) {
        double millis = millis(line);
        var removed = line.required("removed");
        if (removed == JsonBoolean.TRUE) {
            return new Row.Removed(millis, line.hash("hash"));
        } else if (removed == JsonBoolean.FALSE) {
            return new Row.Inserted(millis, EvmJson.block(line.required("block"), line.required("receipts")));
        }
        throw line.invalid("removed", "is neither true nor false");
    }

    private static Row meta(EvmMembers line) {
        var contracts = new ArrayList<WatchedContract>();
        for (var contract : line.objects("contracts")) {
            contracts.add(new WatchedContract(
                    contract.address("address"),
                    contract.text("name"),
                    contract.has("abi") ? ContractAbi.parse(contract.required("abi")) : null,
                    contract.optionalAddress("implementation")));
        }
        Set<EvmAddress> deployers = new LinkedHashSet<>();
        if (line.has("deployers")) {
            line.strings("deployers").forEach(deployer -> deployers.add(EvmAddress.parse(deployer)));
        }
        return new Row.Meta(chainId(line), new ContractBook(contracts, deployers));
    }

    private static long chainId(EvmMembers line) {
        if (line.required("chainId") instanceof JsonNumber number
                && number.toBigInteger().filter(id -> id.bitLength() <= 63).isPresent()) {
            return number.toBigInteger().get().longValue();
        }
        throw line.invalid("chainId", "is not an integer of at most 63 bits");
    }

    private double millis(EvmMembers line) {
        var t = line.required("t");
        if (!(t instanceof JsonNumber number)) {
            throw line.invalid("t", "is a JSON " + t.kind() + ", not a number");
        }
        double millis = Double.parseDouble(number.raw());
        if (millis < lastMillis) {
            throw line.invalid("t", "goes back from " + lastMillis + " to " + number.raw());
        }
        lastMillis = millis;
        return millis;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Recording " + name + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
