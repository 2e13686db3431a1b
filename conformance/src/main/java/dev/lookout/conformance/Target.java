package dev.lookout.conformance;

/** What is examined: gives each scenario an endpoint to run on. */
interface Target extends AutoCloseable {
    /** How the report calls it. */
    String name();

    /** An endpoint for one scenario, to be closed after it. */
    Endpoint endpointFor(Scenario scenario);

    @Override
    void close();
}
