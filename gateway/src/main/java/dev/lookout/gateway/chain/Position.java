package dev.lookout.gateway.chain;

/**
 * A place in an {@link EventLog} that means the same to whoever holds it later.
 *
 * @param epoch the log's name for one uninterrupted run of sequences; another epoch makes the sequence meaningless
 * @param sequence the last entry that was handled; 0 = none yet
 */
public record Position(String epoch, long sequence) {
    public Position {
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence " + sequence + " is negative");
        }
    }
}
