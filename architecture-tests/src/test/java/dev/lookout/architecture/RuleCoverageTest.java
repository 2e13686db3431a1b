package dev.lookout.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every rule of the spec has an id, a test that holds it carries the id, and this test lists the ids that no test names.
 *
 * <p>A rule without a test stands in {@code spec/rules-without-tests.txt} with its reason; the list only shrinks: an id on it
 * that a test names by now, or that the spec no longer knows, fails here.
 */
class RuleCoverageTest {
    private static final Pattern RULE =
            Pattern.compile("^\\s*-?\\s*id:\\s*[\"']?((?:VITE|VIGIL)-[A-Z0-9-]+)[\"']?\\s*$");
    private static final Pattern NAMED = Pattern.compile("\\b((?:VITE|VIGIL)-[A-Z]+-[0-9]+)\\b");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([^\"]+)\"\\)");
    private static final Path LIST = Lookout.root().resolve("spec/rules-without-tests.txt");

    @Test
    void everyRuleIsNamedByATestOrListedWithAReason() {
        Set<String> rules = rules();
        Set<String> tested = idsInTests();
        Map<String, String> listed = listed();

        var missing = new TreeSet<>(rules);
        missing.removeAll(tested);
        missing.removeAll(listed.keySet());
        var stale = new TreeSet<>(listed.keySet());
        stale.removeIf(id -> rules.contains(id) && !tested.contains(id));

        assertThat(rules).as("rules of spec/*/rules.yaml").hasSizeGreaterThan(200);
        assertThat(missing).as("rules that no test names").isEmpty();
        assertThat(stale)
                .as("listed without need: tested by now, or no rule of the spec")
                .isEmpty();
        assertThat(listed)
                .as("every listed id has a reason")
                .allSatisfy((id, reason) -> assertThat(reason).as(id).isNotBlank());
    }

    @Test
    void everyIdThatATestNamesIsARule() {
        var unknown = new TreeSet<String>();
        for (Path file : testSources()) {
            var matcher = TAG.matcher(read(file));
            while (matcher.find()) {
                if (NAMED.matcher(matcher.group(1)).matches()) {
                    unknown.add(matcher.group(1));
                }
            }
        }
        unknown.removeAll(rules());
        assertThat(unknown).isEmpty();
    }

    private static Set<String> rules() {
        var ids = new TreeSet<String>();
        for (String protocol : new String[] {"vite", "vigil"}) {
            read(Lookout.root().resolve("spec").resolve(protocol).resolve("rules.yaml"))
                    .lines()
                    .map(RULE::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .forEach(matcher -> ids.add(matcher.group(1)));
        }
        return ids;
    }

    private static Set<String> idsInTests() {
        var ids = new TreeSet<String>();
        for (Path file : testSources()) {
            var matcher = NAMED.matcher(read(file));
            while (matcher.find()) {
                ids.add(matcher.group(1));
            }
        }
        return ids;
    }

    private static Set<Path> testSources() {
        var files = new TreeSet<Path>();
        for (String module : Lookout.MODULES) {
            Path tests = Lookout.root().resolve(module).resolve("src/test");
            if (Files.isDirectory(tests)) {
                Lookout.files(tests, ".java").forEach(files::add);
            }
        }
        Path scenarios = Lookout.root().resolve("spec/scenarios");
        if (Files.isDirectory(scenarios)) {
            Lookout.files(scenarios, ".yaml").forEach(files::add);
        }
        return files;
    }

    private static Map<String, String> listed() {
        var listed = new TreeMap<String, String>();
        try (Stream<String> lines = Files.lines(LIST)) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split("\\s+", 2);
                listed.put(parts[0], parts.length > 1 ? parts[1] : "");
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return listed;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
