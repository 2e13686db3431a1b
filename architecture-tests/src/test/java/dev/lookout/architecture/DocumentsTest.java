package dev.lookout.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the documents show is what the build compiles: a Java block names its source, and its text is that source's.
 *
 * <p>A block is preceded by {@code <!-- source: path#region -->}; the region lies between {@code // region:start} and
 * {@code // region:end} lines of that file. Links to files of this repository lead somewhere.
 */
class DocumentsTest {
    private static final Pattern JAVA_BLOCK =
            Pattern.compile("(?:<!-- source: ([^#\\s]+)#(\\w+) -->\\n)?```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)(?:#[^)]*)?\\)");

    @Test
    void everyJavaBlockIsTakenFromCompiledSources() throws IOException {
        var faults = new ArrayList<String>();
        int seen = 0;
        for (Path document : documents()) {
            var blocks = JAVA_BLOCK.matcher(Files.readString(document));
            while (blocks.find()) {
                seen++;
                if (blocks.group(1) == null) {
                    faults.add(name(document) + ": a java block without <!-- source: path#region -->");
                } else if (!blocks.group(3).strip().equals(region(blocks.group(1), blocks.group(2)))) {
                    faults.add(name(document) + ": the block differs from " + blocks.group(1) + "#" + blocks.group(2));
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(seen).as("java blocks in documents").isPositive();
    }

    @Test
    void everyLinkInsideTheRepositoryLeadsSomewhere() throws IOException {
        var dead = new ArrayList<String>();
        int seen = 0;
        for (Path document : documents()) {
            var links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                seen++;
                Path target = document.resolveSibling(links.group(1)).normalize();
                if (!Files.exists(target)) {
                    dead.add(name(document) + " -> " + links.group(1));
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(seen).as("links in documents").isGreaterThan(10);
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(Lookout.root())) {
            var all = new ArrayList<>(
                    top.filter(path -> path.toString().endsWith(".md")).toList());
            for (String folder : new String[] {"docs", "spec", "benchmarks"}) {
                Lookout.files(Lookout.root().resolve(folder), ".md").forEach(all::add);
            }
            return all;
        }
    }

    private static String region(String file, String region) throws IOException {
        String text = Files.readString(Lookout.root().resolve(file));
        int start = text.indexOf("// " + region + ":start\n");
        int end = text.indexOf("// " + region + ":end");
        assertThat(start).as("// %s:start in %s", region, file).isNotNegative();
        assertThat(end).as("// %s:end in %s", region, file).isGreaterThan(start);
        return text.substring(text.indexOf('\n', start) + 1, text.lastIndexOf('\n', end) + 1)
                .stripTrailing() // a last empty line would count as one without indent
                .stripIndent()
                .lines()
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String name(Path document) {
        return Lookout.root().relativize(document).toString();
    }
}
