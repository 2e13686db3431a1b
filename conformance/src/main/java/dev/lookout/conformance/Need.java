package dev.lookout.conformance;

import java.util.Locale;

/** What a scenario wants of an endpoint that not every endpoint has. */
enum Need {
    /** A WebSocket address. */
    WS("no WebSocket address was given (--ws)"),
    /** An HTTP address. */
    HTTP("no HTTP address was given (--http)"),
    /** The subscribe namespace is served. */
    SUBSCRIPTIONS("rpc_modules does not name subscribe"),
    /** Blocks are inserted and removed as the scenario says. */
    CHAIN_CONTROL("the endpoint's chain cannot be driven from here"),
    /** A MaticVigil account's keys are known. */
    KEYS("no keys were given (--read-key, --write-key)"),
    /** Time passes as the scenario says. */
    CLOCK("the endpoint's clock cannot be turned from here");

    private final String why;

    Need(String why) {
        this.why = why;
    }

    /** Why a scenario is skipped where this is missing. */
    String why() {
        return why;
    }

    /** The word in a scenario, such as {@code chainControl}. */
    static Need named(String word) {
        for (Need need : values()) {
            if (need.name().replace("_", "").equals(word.toUpperCase(Locale.ROOT))) {
                return need;
            }
        }
        throw new InvalidScenarioException("needs " + word + ": unknown");
    }
}
