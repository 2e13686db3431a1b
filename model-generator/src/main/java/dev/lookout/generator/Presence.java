package dev.lookout.generator;

/** When a property is written, and what its absence means. ADR 0021 tells how a schema chooses. */
enum Presence {
    /** Required and never null: always written; reading without it fails. */
    ALWAYS,
    /** Required but nullable: always written, as {@code null} where there is nothing. */
    OR_NULL,
    /** Not required: left out when null. */
    OPTIONAL,
    /**
     * A list or map, required but nullable: null and empty mean the same, so Java knows only empty; which of the two came is
     * kept for writing back.
     */
    NULL_OR_EMPTY,
    /** A list or map that is not required: left out when empty. */
    EMPTY_IS_ABSENT,
    /** One text only ({@code const}): always written, checked on reading. */
    CONSTANT;

    boolean nullableInJava() {
        return this == OR_NULL || this == OPTIONAL;
    }

    boolean nullableAsArgument() {
        return nullableInJava() || this == NULL_OR_EMPTY;
    }

    boolean demandedOnReading() {
        return this == ALWAYS || this == CONSTANT;
    }
}
