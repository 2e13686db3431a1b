package dev.lookout.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The scenario files fit their schema, so that a slip of the pen is no scenario that tests nothing. */
class ScenarioFilesTest {
    private static final Path SPEC = Path.of(System.getProperty("lookout.root"), "spec");
    private static final String SCHEMA = "https://lookout.dev/spec/schemas/scenario/ScenarioFile.json";

    static Stream<Path> files() {
        return Stream.of("vite", "vigil")
                .flatMap(protocol ->
                        ScenarioLibrary.yamlFiles(SPEC.resolve("scenarios").resolve(protocol)).stream());
    }

    private static Schema schema() throws IOException {
        String text = Files.readString(SPEC.resolve("schemas/scenario/ScenarioFile.json"));
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(location -> location.equals(SCHEMA) ? text : null))
                .getSchema(SchemaLocation.of(SCHEMA));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aScenarioFileFitsItsSchema(Path file) throws IOException {
        assertThat(schema().validate(ScenarioLibrary.document(file))).isEmpty();
    }

    @Test
    void aStepOfAnUnknownKindDoesNotFit() throws IOException {
        JsonNode file = Json.yaml(
                "test", "{about: x, scenarios: [{id: vite-x, title: x, covers: [VITE-CASE-1], steps: [{expct: 1}]}]}");

        assertThat(schema().validate(file)).isNotEmpty();
    }

    @Test
    void idsAreUniqueAndEveryScenarioDoesSomething() {
        List<Scenario> all = ScenarioLibrary.ofTheSpec();

        assertThat(all)
                .isNotEmpty()
                .allMatch(one -> !one.steps().isEmpty() && !one.covers().isEmpty());
    }
}
