package dev.lookout.benchmarks.report;

import dev.lookout.benchmarks.peer.Peer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A log-log chart as SVG: subscriptions against nanoseconds per log, a line for each peer, one panel for logs that match
 * nothing and one for logs that match. Names stand at the ends of the lines, in the lines' colours.
 */
final class Chart {
    private static final int WIDTH = 1180;
    private static final int HEIGHT = 600;
    private static final int TOP = 96;
    private static final int BOTTOM = 540;
    private static final int LEFT = 90;
    private static final int PANEL = 400;
    private static final int GAP = 60;
    private static final int LABEL_HEIGHT = 17;

    private static final Map<Peer, String> COLOURS = Map.of(
            Peer.OURS, "#0b6e4f",
            Peer.OURS_SINGLE, "#4fb286",
            Peer.LINEAR, "#b3261e",
            Peer.BESU, "#e07a5f",
            Peer.BLOOM, "#c98a00",
            Peer.HASH_MAP, "#6b4fa0",
            Peer.MOQUETTE, "#1f77b4",
            Peer.HIVEMQ, "#5fa8d3",
            Peer.LUCENE, "#5c6370");

    private final String mix;
    private final List<Timing> timings;
    private final StringBuilder svg = new StringBuilder();
    private final int leastSize;
    private final int mostSize;
    private final int leastDecade;
    private final int mostDecade;

    /** @param timings at least one */
    Chart(String mix, List<Timing> timings) {
        this.mix = mix;
        this.timings = timings;
        leastSize = (int) Math.floor(timings.stream()
                .mapToDouble(timing -> Math.log10(timing.subscriptions()))
                .min()
                .orElse(0));
        mostSize = Math.max(leastSize + 1, (int) Math.ceil(timings.stream()
                .mapToDouble(timing -> Math.log10(timing.subscriptions()))
                .max()
                .orElse(1)));
        leastDecade = (int) Math.floor(
                Math.log10(timings.stream().mapToDouble(Timing::median).min().orElse(1)));
        mostDecade = Math.max(leastDecade + 1, (int) Math.ceil(
                Math.log10(timings.stream().mapToDouble(Timing::median).max().orElse(10))));
    }

    String svg() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"Helvetica, Arial, sans-serif\""
                        + " font-size=\"13\" role=\"img\">",
                WIDTH, HEIGHT);
        add("<title>Nanoseconds per log by number of subscriptions, %s mix</title>", mix);
        add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        add(
                "<text x=\"%d\" y=\"32\" font-size=\"19\" font-weight=\"bold\" fill=\"#222222\">Finding the subscriptions"
                        + " that a log matches: %s mix</text>",
                LEFT - 60, mix);
        add(
                "<text x=\"%d\" y=\"54\" fill=\"#555555\">Time per log, median; both axes logarithmic; lower is"
                        + " better</text>",
                LEFT - 60);
        panel(LEFT, "miss", "Logs that match nothing");
        panel(LEFT + PANEL + GAP, "hit", "Logs with matches");
        add("</svg>");
        return svg.toString();
    }

    private void panel(int left, String traffic, String title) {
        add(
                "<text x=\"%d\" y=\"%d\" font-size=\"15\" font-weight=\"bold\" fill=\"#222222\">%s</text>",
                left, TOP - 14, title);
        grid(left);
        var ends = new ArrayList<End>();
        for (Peer peer : Peer.values()) {
            var line = timings.stream()
                    .filter(timing -> timing.is(peer.label(), mix, traffic))
                    .sorted(Comparator.comparingInt(Timing::subscriptions))
                    .toList();
            if (!line.isEmpty()) {
                ends.add(line(left, peer, line));
            }
        }
        if (traffic.equals("hit")) {
            labels(left + PANEL + 14, ends);
        }
    }

    private void grid(int left) {
        for (int decade = leastDecade; decade <= mostDecade; decade++) {
            double y = y(Math.pow(10, decade));
            add("<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#e3e3e3\"/>", left, y, left + PANEL, y);
            if (left == LEFT) {
                add(
                        "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#555555\">%s</text>",
                        left - 8, y + 4, time(decade));
            }
        }
        for (int size = leastSize; size <= mostSize; size++) {
            double x = x(left, Math.pow(10, size));
            add("<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#e3e3e3\"/>", x, TOP, x, BOTTOM);
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555555\">%s</text>",
                    x, BOTTOM + 20, count(size));
        }
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#555555\">subscriptions</text>",
                left + PANEL / 2, BOTTOM + 42);
    }

    private End line(int left, Peer peer, List<Timing> line) {
        String colour = COLOURS.getOrDefault(peer, "#000000");
        boolean ours = peer == Peer.OURS;
        var points = new StringBuilder();
        for (var timing : line) {
            double x = x(left, timing.subscriptions());
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(timing.median())));
            add(
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"1\"/>",
                    x, y(timing.least()), x, y(timing.most()), colour);
            add(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%s\" fill=\"%s\"><title>%s, %,d subscriptions: %s ns</title></circle>",
                    x,
                    y(timing.median()),
                    ours ? "4.5" : "3",
                    colour,
                    escaped(peer.title()),
                    timing.subscriptions(),
                    Goal.number(timing.median()));
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s/>",
                points.toString().strip(),
                colour,
                ours ? "3" : "1.8",
                peer == Peer.OURS_SINGLE ? " stroke-dasharray=\"6 4\"" : "");
        var last = line.get(line.size() - 1);
        return new End(peer, colour, x(left, last.subscriptions()), y(last.median()), last.median());
    }

    /** Names in the order of the lines' ends, pushed apart where they would overlap. */
    private void labels(int left, List<End> ends) {
        ends.sort(Comparator.comparingDouble(End::y));
        var places = new double[ends.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i == 0 ? ends.get(i).y() : Math.max(ends.get(i).y(), places[i - 1] + LABEL_HEIGHT);
        }
        double floor = BOTTOM;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], floor);
            floor = places[i] - LABEL_HEIGHT;
        }
        for (int i = 0; i < places.length; i++) {
            var end = ends.get(i);
            add(
                    "<polyline points=\"%.1f,%.1f %d,%.1f %d,%.1f\" fill=\"none\" stroke=\"%s\" stroke-width=\"0.8\" opacity=\"0.6\"/>",
                    end.x() + 5, end.y(), left - 6, places[i], left, places[i], end.colour());
            add(
                    "<text x=\"%d\" y=\"%.1f\" fill=\"%s\"%s>%s</text>",
                    left + 3,
                    places[i] + 4,
                    end.colour(),
                    end.peer() == Peer.OURS ? " font-weight=\"bold\"" : "",
                    escaped(end.peer().title()));
        }
    }

    private record End(Peer peer, String colour, double x, double y, double nanos) {}

    private double x(int left, double subscriptions) {
        return left + PANEL * (Math.log10(subscriptions) - leastSize) / (mostSize - leastSize);
    }

    private double y(double nanos) {
        return BOTTOM - (BOTTOM - TOP) * (Math.log10(nanos) - leastDecade) / (mostDecade - leastDecade);
    }

    private static String time(int decade) {
        String[] units = {"ns", "us", "ms", "s"};
        int unit = Math.max(0, Math.min(units.length - 1, Math.floorDiv(decade, 3)));
        return Goal.number(Math.pow(10, decade - 3.0 * unit)) + " " + units[unit];
    }

    private static String count(int decade) {
        String[] units = {"", "k", "M"};
        int unit = Math.max(0, Math.min(units.length - 1, decade / 3));
        return Goal.number(Math.pow(10, decade - 3.0 * unit)) + units[unit];
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
