package dev.lookout.gateway.chain;

import java.time.Duration;

/**
 * How fast a recording is replayed.
 *
 * @param factor 1 = as it was recorded, 10 = ten times as fast; positive infinity = as fast as it goes
 */
public record Pace(double factor) {
    /** As it was recorded. */
    public static final Pace RECORDED = new Pace(1);

    /** As fast as it goes. */
    public static final Pace MAX = new Pace(Double.POSITIVE_INFINITY);

    public Pace {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("pace " + factor + ": must be above 0");
        }
    }

    /**
     * Reads {@code max} or a positive decimal number.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Pace parse(String text) {
        if (text.equals("max")) {
            return MAX;
        }
        try {
            return new Pace(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("pace '" + text + "': give max or a number such as 1 or 2.5", e);
        }
    }

    /** How long after the start what was recorded at {@code recordedMillis} is due; zero at {@link #MAX}. */
    public Duration due(double recordedMillis) {
        return Duration.ofNanos((long) (recordedMillis / factor * 1_000_000));
    }

    @Override
    public String toString() {
        if (Double.isInfinite(factor)) {
            return "max";
        }
        return factor == Math.rint(factor) ? Long.toString((long) factor) : Double.toString(factor);
    }
}
