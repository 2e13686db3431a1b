package dev.lookout.benchmarks;

import dev.lookout.benchmarks.peer.Peer;
import dev.lookout.benchmarks.report.Figures;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Measurements that are no "time of one operation" and so not JMH's. Each runs in a process of its own, started by
 * {@link Forks}, and answers with one flat object.
 */
enum Probe {
    MEMORY("-XX:+UseSerialGC -Xms2g -Xmx10g", MemoryProbe::run),
    SUBSCRIBE("-XX:+UseSerialGC -Xms9g -Xmx9g -Xmn5g", SubscribeProbe::run),
    RATIO("-XX:+UseParallelGC -Xms2g -Xmx6g", RatioProbe::run);

    private final String flags;

    @SuppressWarnings("ImmutableEnumChecker") // functions that capture nothing
    private final Function<Case, Map<String, Object>> run;

    Probe(String flags, Function<Case, Map<String, Object>> run) {
        this.flags = flags;
        this.run = run;
    }

    /** For the java process it runs in. */
    List<String> flags() {
        return List.of(flags.split(" "));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What every answer begins with. */
    static Map<String, Object> answer(Probe probe, Case asked) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("probe", probe.label());
        answer.put("peer", asked.peer().label());
        answer.put("mix", asked.mix().label());
        answer.put("traffic", asked.traffic().label());
        answer.put("subscriptions", asked.subscriptions());
        return answer;
    }

    /** Entry of the process: probe, file for the answer, then the case. */
    public static void main(String[] args) {
        var asked = new Case(Peer.of(args[2]), args[3], args[4], Integer.parseInt(args[5]), 1);
        Figures.write(Path.of(args[1]), valueOf(args[0]).run.apply(asked));
    }
}
