package dev.lookout.gateway.vite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lookout.gateway.vite.ViteChainEvent.AccountBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlockInserted;
import dev.lookout.model.vite.Hash;
import dev.lookout.transport.JsonBoolean;
import dev.lookout.transport.JsonLimits;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonNumber;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Vite recording ({@code spec/recording/README.md}) row by row, whatever its size. Strict: a line that does not fit
 * ends the reading with a {@link RecordingException} that names it. Not for several threads.
 */
final class RecordingReader implements AutoCloseable {
    private static final JsonLimits LINE_LIMITS = new JsonLimits(16 << 20, 100, 16 << 20);

    private final String name;
    private final BufferedReader lines;
    private long lineNumber;
    private double lastMillis;

    RecordingReader(String name, InputStream utf8) {
        this.name = name;
        this.lines = new BufferedReader(new InputStreamReader(
                utf8,
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** @throws RecordingException if the file cannot be opened */
    static RecordingReader open(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            InputStream bytes = Files.newInputStream(file);
            return new RecordingReader(name, name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes);
        } catch (IOException e) {
            throw new RecordingException("recording " + file + " cannot be opened: " + e, e);
        }
    }

    /** One line. */
    sealed interface Row {
        /** Milliseconds since the recording began. */
        double millis();

        /** A block came. */
        record Inserted(double millis, ViteChainEvent block) implements Row {}

        /** A block went; of its content nothing is said. */
        record Removed(double millis, BlockKind kind, Hash hash) implements Row {}
    }

    /** The next row; absent at the end of the file. Empty lines and lines of an unknown kind are passed over. */
    Optional<Row> next() {
        while (true) {
            @Nullable String line = readLine();
            if (line == null) {
                return Optional.empty();
            }
            try {
                Optional<Row> row = line.isBlank() ? Optional.empty() : row(line);
                if (row.isPresent()) {
                    return row;
                }
            } catch (IllegalArgumentException e) {
                throw new RecordingException("recording " + name + ", line " + lineNumber + ": " + e.getMessage(), e);
            }
        }
    }

    private @Nullable String readLine() {
        try {
            lineNumber++;
            return lines.readLine();
        } catch (IOException e) {
            throw new RecordingException("recording " + name + ", line " + lineNumber + " cannot be read: " + e, e);
        }
    }

    private Optional<Row> row(String line) {
        if (!(JsonValue.parse(line, LINE_LIMITS) instanceof JsonObject row)) {
            throw new IllegalArgumentException("the line is no JSON object");
        }
        double millis = millis(row);
        String kindName = required(row, "kind");
        Optional<BlockKind> kind = Arrays.stream(BlockKind.values())
                .filter(one -> one.recordedAs().equals(kindName))
                .findFirst();
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        Hash hash = Hash.parse(required(row, "hash"));
        if (!(row.get("removed") instanceof JsonBoolean removed)) {
            throw new IllegalArgumentException("removed is missing or neither true nor false");
        }
        return Optional.of(
                removed.value()
                        ? new Row.Removed(millis, kind.get(), hash)
                        : new Row.Inserted(millis, inserted(kind.get(), hash, row)));
    }

    private static ViteChainEvent inserted(BlockKind kind, Hash hash, JsonObject row) {
        JsonValue block = row.get("block");
        if (block == JsonNull.NULL) {
            return kind == BlockKind.ACCOUNT
                    ? new AccountBlockInserted(hash, null)
                    : new SnapshotBlockInserted(hash, null);
        }
        if (!(block instanceof JsonObject object)) {
            throw new IllegalArgumentException("block is missing or neither object nor null");
        }
        Hash inside;
        ViteChainEvent event;
        if (kind == BlockKind.ACCOUNT) {
            AccountBlockContent content = BlockReader.account(object, row.get("vmLogs"));
            inside = content.hash();
            event = new AccountBlockInserted(hash, content);
        } else {
            SnapshotBlockContent content = BlockReader.snapshot(object);
            inside = content.hash();
            event = new SnapshotBlockInserted(hash, content);
        }
        if (!inside.equals(hash)) {
            throw new IllegalArgumentException("hash is " + hash + " but the block's is " + inside);
        }
        return event;
    }

    private double millis(JsonObject row) {
        if (!(row.get("t") instanceof JsonNumber number)) {
            throw new IllegalArgumentException("t is missing or no number");
        }
        double millis = Double.parseDouble(number.raw());
        if (millis < lastMillis) {
            throw new IllegalArgumentException("t goes back from " + lastMillis + " to " + number.raw());
        }
        lastMillis = millis;
        return millis;
    }

    private static String required(JsonObject row, String name) {
        if (row.get(name) instanceof JsonString string) {
            return string.text();
        }
        throw new IllegalArgumentException(name + " is missing or no string");
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new RecordingException("recording " + name + " cannot be closed: " + e, e);
        }
    }
}
