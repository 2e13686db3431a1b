package dev.lookout.conformance;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Makes a chain do what a scenario says. */
interface ChainControl {
    /**
     * Does one thing: {@code send}, {@code receive}, {@code snapshot} or {@code remove}. What it makes gets names: {@code S.hash} and
     * {@code S.height} for a block called {@code S}.
     */
    void apply(JsonNode step, Values values);

    /** Lets time pass for the endpoint. */
    void advance(Duration time);
}
