package dev.lookout.conformance;

import dev.lookout.conformance.Outcome.Verdict;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs scenarios on a target, one after another. */
final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final HttpClient client;
    private final Target target;
    private final Duration patience;

    Runner(HttpClient client, Target target, Duration patience) {
        this.client = client;
        this.target = target;
        this.patience = patience;
    }

    /** A client that speaks HTTP/1.1, as the endpoints do. */
    static HttpClient newClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Runs all, telling of each as it ends. */
    List<Outcome> run(List<Scenario> scenarios, Consumer<Outcome> told) {
        var outcomes = new ArrayList<Outcome>();
        for (Scenario scenario : scenarios) {
            Outcome outcome = run(scenario);
            outcomes.add(outcome);
            told.accept(outcome);
        }
        return outcomes;
    }

    Outcome run(Scenario scenario) {
        long start = System.nanoTime();
        try (Endpoint endpoint = target.endpointFor(scenario)) {
            Optional<Need> missing = scenario.needs().stream()
                    .sorted()
                    .filter(need -> !endpoint.abilities().contains(need))
                    .findFirst();
            return missing.isPresent()
                    ? Outcome.skipped(scenario, missing.get().why())
                    : steps(scenario, endpoint, start);
        } catch (RuntimeException e) {
            LOG.warn("scenario {} could not be run", scenario.id(), e);
            return Outcome.fail(scenario, 0, "an endpoint to run on", e.toString(), millisSince(start));
        }
    }

    private Outcome steps(Scenario scenario, Endpoint endpoint, long start) {
        int number = 0;
        try (var run = new ScenarioRun(client, endpoint, patience, scenario)) {
            for (var step : scenario.steps()) {
                number++;
                run.step(step);
            }
            return Outcome.pass(scenario, millisSince(start));
        } catch (UnmetExpectation e) {
            return Outcome.fail(scenario, number, e.expected(), e.got(), millisSince(start));
        } catch (RuntimeException e) {
            LOG.warn("scenario {} step {} cannot be done", scenario.id(), number, e);
            return Outcome.fail(scenario, number, "a step that can be done", e.toString(), millisSince(start));
        }
    }

    private static long millisSince(long startNanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }

    /** Whether anything failed. */
    static boolean anyFailed(List<Outcome> outcomes) {
        return outcomes.stream().anyMatch(outcome -> outcome.verdict() == Verdict.FAIL);
    }
}
