package dev.lookout.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.conformance.Outcome.Verdict;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every scenario of the spec against the gateway, over real sockets; each is a test of its own. */
class GatewayConformanceTest {
    private static final Path EXPECTED =
            Path.of(System.getProperty("lookout.root"), "conformance/expected-failures.txt");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final HttpClient CLIENT = Runner.newClient();
    private static final Target GATEWAY = new GatewayTarget();

    @AfterAll
    static void stop() {
        GATEWAY.close();
    }

    @TestFactory
    Stream<DynamicTest> theGatewayDoesWhatTheScenarioSays() throws IOException {
        Map<String, String> expected = expectedFailures();
        var runner = new Runner(CLIENT, GATEWAY, PATIENCE);
        return ScenarioLibrary.ofTheSpec().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.id() + " " + scenario.title(), () -> {
                    Outcome outcome = runner.run(scenario);

                    assertThat(outcome.verdict())
                            .as(Report.line(outcome))
                            .isEqualTo(expected.containsKey(scenario.id()) ? Verdict.FAIL : Verdict.PASS);
                }));
    }

    @Test
    void everyExpectedFailureIsAScenarioAndHasAReason() throws IOException {
        List<String> ids =
                ScenarioLibrary.ofTheSpec().stream().map(Scenario::id).toList();

        assertThat(ids).containsAll(expectedFailures().keySet());
        assertThat(expectedFailures().values()).noneMatch(String::isBlank);
    }

    private static Map<String, String> expectedFailures() throws IOException {
        var failures = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(EXPECTED)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int space = line.indexOf(' ');
                failures.put(
                        space < 0 ? line : line.substring(0, space),
                        space < 0 ? "" : line.substring(space).strip());
            }
        }
        return failures;
    }
}
