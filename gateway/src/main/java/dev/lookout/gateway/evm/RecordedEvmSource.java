package dev.lookout.gateway.evm;

import dev.lookout.gateway.chain.ChainSource;
import dev.lookout.gateway.chain.Pace;
import dev.lookout.gateway.evm.EvmRecordingReader.Row;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Replays a recording of an EVM chain, healed to one head. Time runs from the first block, so that a recording that began
 * with silence does not.
 *
 * <p>Thread: delivers on a thread of its own.
 */
public final class RecordedEvmSource implements ChainSource<EvmChainEvent> {
    private final String name;
    private final Supplier<EvmRecordingReader> recording;
    private final Pace pace;
    private final SourceThread thread = new SourceThread("evm-recorded");
    private final ContractBook contracts;
    private final OptionalLong chainId;

    private RecordedEvmSource(String name, Supplier<EvmRecordingReader> recording, Pace pace) {
        this.name = name;
        this.recording = recording;
        this.pace = pace;
        try (var reader = recording.get()) {
            var first = reader.next();
            boolean described = first.isPresent() && first.get() instanceof Row.Meta;
            this.contracts = described ? ((Row.Meta) first.get()).contracts() : ContractBook.EMPTY;
            this.chainId = described ? OptionalLong.of(((Row.Meta) first.get()).chainId()) : OptionalLong.empty();
        }
    }

    /**
     * Replays a file, gzip-compressed if its name ends in {@code .gz}. Its first line is read at once.
     *
     * @throws InvalidEvmDataException if the first line is not one of a recording
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static RecordedEvmSource of(Path file, Pace pace) {
        return new RecordedEvmSource(String.valueOf(file.getFileName()), () -> EvmRecordingReader.open(file), pace);
    }

    /** Replays a stream of JSON lines; it is opened once here and once at the start, and closed each time. */
    public static RecordedEvmSource of(String name, Supplier<InputStream> lines, Pace pace) {
        return new RecordedEvmSource(name, () -> new EvmRecordingReader(name, lines.get()), pace);
    }

    /** What the recording says that it is about; empty if it does not. */
    public ContractBook contracts() {
        return contracts;
    }

    /** Absent if the recording does not tell. */
    public OptionalLong chainId() {
        return chainId;
    }

    @Override
    public String describe() {
        return "recorded " + name + " at pace " + pace;
    }

    @Override
    public void start(Sink<EvmChainEvent> sink) {
        thread.start(() -> replay(sink), sink);
    }

    @Override
    public void close() {
        thread.close();
    }

    private boolean replay(Sink<EvmChainEvent> sink) {
        var healer = new EvmChainHealer(sink::event);
        try (var reader = recording.get()) {
            double firstMillis = -1;
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                double millis = millis(row.get());
                firstMillis = firstMillis < 0 ? millis : firstMillis;
                if (!thread.waitUntil(pace.due(Math.max(0, millis - firstMillis)))) {
                    return false;
                }
                if (row.get() instanceof Row.Inserted inserted) {
                    healer.inserted(inserted.block());
                } else if (row.get() instanceof Row.Removed removed) {
                    healer.removed(removed.hash());
                }
            }
        }
        return !thread.isClosing();
    }

    private static double millis(Row row) {
        return row instanceof Row.Inserted inserted
                ? inserted.millis()
                : row instanceof Row.Removed removed ? removed.millis() : -1;
    }
}
