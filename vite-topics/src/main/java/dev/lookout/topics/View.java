package dev.lookout.topics;

/**
 * All that a reader needs, taken once per call: immutable references, to tables that are safe to read while they gain.
 */
record View(
        HashSeed seed,
        ProbePlan plan,
        PresenceFilter filter,
        SignatureTable.Lookup signatures,
        KeyTable table,
        boolean isLarge) {}
