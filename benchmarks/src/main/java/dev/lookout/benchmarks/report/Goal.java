package dev.lookout.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A line of the project's goals for the matching engine, and where a campaign stands.
 *
 * @param atMost whether the limit is a ceiling (else a floor)
 * @param measured empty if this campaign did not measure it
 */
record Goal(String what, String unit, boolean atMost, double limit, OptionalDouble measured) {
    private static final int MILLION = 1_000_000;
    private static final int HUNDRED_THOUSAND = 100_000;
    private static final String HIT = "hit";
    private static final String MISS = "miss";

    boolean met() {
        return measured.isPresent() && (atMost ? measured.getAsDouble() <= limit : measured.getAsDouble() >= limit);
    }

    static List<Goal> of(Measured figures) {
        var goals = new ArrayList<Goal>();
        goals.add(atMost("1M subscriptions, no match", "ns per log", 25, nanos(figures, MISS)));
        goals.add(atMost("1M subscriptions, 1-4 matches", "ns per log", 100, nanos(figures, HIT)));
        goals.add(atMost("one more id of a long list", "ns", 0.3, perExtraId(figures, 1_000, 10_000)));
        goals.add(atLeast("over the linear scan, 100k, no match", "times", 50_000, ratio(figures, MISS)));
        goals.add(atLeast("over the linear scan, 100k, about 2 matches", "times", 15_000, ratio(figures, HIT)));
        goals.add(atMost("allocated for a match", "bytes per log", 0.5, allocated(figures)));
        goals.add(atMost("wallet subscription", "bytes", 64, memory(figures, "wallet", MISS, "bytesPerSubscription")));
        goals.add(atMost(
                "address+signature subscription",
                "bytes",
                110,
                memory(figures, "address-signature", MISS, "bytesPerSubscription")));
        // The goal is about 2 N contracts for N subscribers, so that some four watch each: as the hits have them.
        goals.add(atMost("address of a wide one", "bytes", 40, memory(figures, "wide", HIT, "bytesPerAddress")));
        goals.add(atLeast(
                "subscribing alone", "per second", 1e6, inverse(subscribing(figures, "steadyNanosPerSubscribe"))));
        goals.add(atLeast("subscribing while matching", "per second", 300_000, reached(figures)));
        goals.add(atMost("what that costs the reader", "per cent", 10, readerCost(figures)));
        goals.add(atMost(
                "longest single subscribe while growing to 1M",
                "ms",
                2,
                map(subscribing(figures, "growthNanosMax"), nanos -> nanos / 1e6)));
        return goals;
    }

    private static Goal atMost(String what, String unit, double limit, OptionalDouble measured) {
        return new Goal(what, unit, true, limit, measured);
    }

    private static Goal atLeast(String what, String unit, double limit, OptionalDouble measured) {
        return new Goal(what, unit, false, limit, measured);
    }

    private static OptionalDouble nanos(Measured figures, String traffic) {
        return figures.timing("ours", "wallet", traffic, MILLION).stream()
                .mapToDouble(Timing::median)
                .findFirst();
    }

    private static OptionalDouble allocated(Measured figures) {
        return figures.timings().stream()
                .filter(timing -> timing.peer().startsWith("ours"))
                .mapToDouble(Timing::bytes)
                .max();
    }

    private static OptionalDouble ratio(Measured figures, String traffic) {
        return figures.probe("ratio", "ours", "wallet", traffic, HUNDRED_THOUSAND, "ratio");
    }

    private static OptionalDouble memory(Measured figures, String mix, String traffic, String figure) {
        return figures.probe("memory", "ours", mix, traffic, MILLION, figure);
    }

    private static OptionalDouble subscribing(Measured figures, String figure) {
        return figures.probe("subscribe", "ours", "wallet", MISS, MILLION, figure);
    }

    /** The slope between two lengths of lists. */
    static OptionalDouble perExtraId(Measured figures, int fewer, int more) {
        var few = figures.fanOut(fewer);
        var many = figures.fanOut(more);
        return few.isPresent() && many.isPresent()
                ? OptionalDouble.of((many.getAsDouble() - few.getAsDouble()) / (more - fewer))
                : OptionalDouble.empty();
    }

    private static OptionalDouble reached(Measured figures) {
        return figures.loads().stream()
                .filter(load -> load.rate() == 300_000 && load.traffic().equals(HIT))
                .mapToDouble(Load::reached)
                .findFirst();
    }

    private static OptionalDouble readerCost(Measured figures) {
        return figures.loads().stream()
                .filter(load -> load.rate() == 300_000 && load.traffic().equals(HIT))
                .map(load -> slowdown(figures, load))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .findFirst();
    }

    /** By how many per cent the reader is slower than without changes. */
    static OptionalDouble slowdown(Measured figures, Load load) {
        return figures.loads().stream()
                .filter(other -> other.rate() == 0
                        && other.traffic().equals(load.traffic())
                        && other.subscriptions() == load.subscriptions())
                .mapToDouble(quiet -> 100 * (load.readerNanos() / quiet.readerNanos() - 1))
                .findFirst();
    }

    private static OptionalDouble inverse(OptionalDouble nanos) {
        return map(nanos, value -> 1e9 / value);
    }

    private static OptionalDouble map(OptionalDouble value, java.util.function.DoubleUnaryOperator function) {
        return value.isPresent() ? OptionalDouble.of(function.applyAsDouble(value.getAsDouble())) : value;
    }

    String limitText() {
        return (atMost ? "<= " : ">= ") + number(limit) + " " + unit;
    }

    /** With as many digits as such a figure can carry. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        String format = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
