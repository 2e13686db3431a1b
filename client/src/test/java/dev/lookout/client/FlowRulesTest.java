package dev.lookout.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** Runs the reactive-streams kit, which is written for TestNG, inside a JUnit test: one runner for the whole build. */
class FlowRulesTest {
    @Test
    void bufferKeepsAllRulesOfFlowThatConcernOneSubscriber() {
        var results = new TestListenerAdapter();
        var kit = new TestNG(false);
        kit.setVerbose(0);
        kit.setTestClasses(new Class<?>[] {FlowRules.class});
        kit.addListener(results);

        kit.run();

        assertThat(results.getFailedTests())
                .extracting(ITestResult::getName, ITestResult::getThrowable)
                .isEmpty();
        assertThat(results.getPassedTests().size())
                .as("rules that were really checked")
                .isGreaterThanOrEqualTo(25);
    }
}
