package dev.lookout.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The generated text is compared with files that people have read. After a change that is meant, run the tests with
 * {@code -Dgolden.write=true} and read the difference before committing it.
 */
class GoldenFilesTest {
    private static final Path SCHEMAS = Path.of("src/test/resources/schemas");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    Path target;

    @ParameterizedTest
    @ValueSource(strings = {"Everything", "Leaf"})
    void generatedClassIsTheOneThatWasReviewed(String name) throws IOException {
        Generation.run(SCHEMAS, target);

        String generated = Files.readString(target.resolve("dev/lookout/sample/" + name + ".java"));
        Path golden = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, generated);
        }
        assertThat(generated.lines().toList())
                .as("differs from %s", golden)
                .isEqualTo(Files.readString(golden).lines().toList());
    }

    @Test
    void valuesGetNoClass() throws IOException {
        Generation.run(SCHEMAS, target);

        try (Stream<Path> files = Files.list(target.resolve("dev/lookout/sample"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(List.of("Everything.java", "Leaf.java"));
        }
    }
}
