package dev.lookout.conformance;

/**
 * How one scenario went.
 *
 * @param step number of the step that failed, from 1; 0 if none did
 * @param expected empty unless it failed
 * @param got empty unless it failed
 * @param why why it was skipped, or why its failure was expected; else empty
 */
record Outcome(Scenario scenario, Verdict verdict, int step, String expected, String got, String why, long millis) {
    enum Verdict {
        PASS,
        FAIL,
        SKIPPED
    }

    static Outcome pass(Scenario scenario, long millis) {
        return new Outcome(scenario, Verdict.PASS, 0, "", "", "", millis);
    }

    static Outcome fail(Scenario scenario, int step, String expected, String got, long millis) {
        return new Outcome(scenario, Verdict.FAIL, step, expected, got, "", millis);
    }

    static Outcome skipped(Scenario scenario, String why) {
        return new Outcome(scenario, Verdict.SKIPPED, 0, "", "", why, 0);
    }
}
