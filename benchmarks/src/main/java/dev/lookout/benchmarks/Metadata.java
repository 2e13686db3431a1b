package dev.lookout.benchmarks;

import dev.lookout.benchmarks.workload.Workload;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Under which circumstances figures came about. */
final class Metadata {
    private Metadata() {}

    /** @param command as the user gave it */
    static Map<String, Object> now(String command, String commit) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        metadata.put("commit", commit);
        metadata.put("command", command);
        metadata.put("jdk", Runtime.version().toString());
        metadata.put("vm", System.getProperty("java.vm.name") + ", " + System.getProperty("java.vm.vendor"));
        metadata.put("flags", Campaign.flags());
        metadata.put("cpu", cpu());
        metadata.put("cores", system.getAvailableProcessors());
        metadata.put("memory", memory());
        metadata.put("os", system.getName() + " " + system.getVersion() + " " + system.getArch());
        metadata.put("seed", Workload.SEED);
        metadata.put("loadAverageBefore", system.getSystemLoadAverage());
        return metadata;
    }

    /** Adds what is known only at the end. */
    static void finish(Map<String, Object> metadata, long nanos, List<String> failures) {
        metadata.put(
                "loadAverageAfter", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        metadata.put("minutes", Math.round(nanos / 6e9) / 10.0);
        metadata.put("notMeasured", failures);
    }

    private static String cpu() {
        return value(Path.of("/proc/cpuinfo"), "model name");
    }

    private static String memory() {
        return value(Path.of("/proc/meminfo"), "MemTotal");
    }

    private static String value(Path file, String key) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown"; // not Linux: the figure stands, only its circumstances are known less well
        }
    }
}
