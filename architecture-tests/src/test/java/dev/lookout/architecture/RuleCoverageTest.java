package dev.lookout.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
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
 * <p>A rule is named by its own id or by that of a numbered case that shows it ({@code cases} in the rules files); the numbered
 * cases and vectors count for themselves too. Tests name ids in tags and display names, scenarios in {@code covers}. What no
 * test names stands in {@code spec/rules-without-tests.txt} with its reason. The list only shrinks: an id on it that a test
 * names by now, or that the spec no longer knows, fails here.
 */
class RuleCoverageTest {
    private static final Pattern RULE = Pattern.compile("^\\s*-\\s*id:\\s*((?:VITE|VIGIL)-[A-Z0-9-]+)\\s*$");
    private static final Pattern CASES = Pattern.compile("^\\s*cases:\\s*\\[(.*)]\\s*$");
    private static final Pattern ID = Pattern.compile("\\b((?:VITE|VIGIL)-[A-Z]+-[0-9]+)\\b");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([^\"]+)\"\\)");

    /** Cases that a test can be written for each; rows and decisions only explain rules. */
    private static final Pattern NUMBERED_CASE = Pattern.compile("VITE-(CASE|TOPIC)-[0-9]+|VIGIL-[SCBV]-[0-9]+");

    private static final Path LIST = Lookout.root().resolve("spec/rules-without-tests.txt");

    @Test
    void everyRuleAndCaseIsNamedByATestOrListedWithAReason() {
        Map<String, Set<String>> rules = rules();
        Set<String> named = idsInTests();
        Map<String, String> listed = listed();

        var missing = new TreeSet<String>();
        rules.forEach((rule, cases) -> {
            if (!named.contains(rule) && cases.stream().noneMatch(named::contains)) {
                missing.add(rule);
            }
            cases.stream()
                    .filter(id -> NUMBERED_CASE.matcher(id).matches() && !named.contains(id))
                    .forEach(missing::add);
        });
        var unlisted = new TreeSet<>(missing);
        unlisted.removeAll(listed.keySet());
        var stale = new TreeSet<>(listed.keySet());
        stale.removeAll(missing);

        assertThat(rules).as("rules of spec/*/rules.yaml").hasSizeGreaterThan(200);
        assertThat(named).as("ids that tests name").hasSizeGreaterThan(200);
        assertThat(unlisted).as("rules and cases that no test names").isEmpty();
        assertThat(stale)
                .as("listed without need: tested by now, or not in the spec")
                .isEmpty();
        assertThat(listed)
                .as("every listed id has a reason")
                .allSatisfy((id, reason) -> assertThat(reason).as(id).isNotBlank());
    }

    @Test
    void everyIdThatATestIsTaggedWithIsInTheSpec() {
        var known = new HashSet<String>();
        rules().forEach((rule, cases) -> {
            known.add(rule);
            known.addAll(cases);
        });
        var unknown = new TreeSet<String>();
        for (Path file : testSources()) {
            var tags = TAG.matcher(read(file));
            while (tags.find()) {
                if (ID.matcher(tags.group(1)).matches() && !known.contains(tags.group(1))) {
                    unknown.add(tags.group(1) + " in " + file.getFileName());
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    /** Ids of the rules, each with the ids of the cases that show it. */
    private static Map<String, Set<String>> rules() {
        var rules = new TreeMap<String, Set<String>>();
        for (String protocol : List.of("vite", "vigil")) {
            Set<String> cases = new HashSet<>();
            for (String line : read(Lookout.root().resolve("spec/" + protocol + "/rules.yaml"))
                    .lines()
                    .toList()) {
                var rule = RULE.matcher(line);
                var shown = CASES.matcher(line);
                if (rule.matches()) {
                    cases = new TreeSet<>();
                    rules.put(rule.group(1), cases);
                } else if (shown.matches()) {
                    for (String id : shown.group(1).split(",")) {
                        cases.add(id.strip());
                    }
                }
            }
        }
        return rules;
    }

    private static Set<String> idsInTests() {
        var ids = new TreeSet<String>();
        for (Path file : testSources()) {
            var matcher = ID.matcher(read(file));
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
                files.addAll(Lookout.files(tests, ".java"));
            }
        }
        files.addAll(Lookout.files(Lookout.root().resolve("spec/scenarios"), ".yaml"));
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
