package dev.lookout.gateway.vite;

/** Which payload a subscription or filter gets: the names it was made by decide (VITE 2.3). */
enum Generation {
    /** 2019: heights as numbers, {@code closed}, {@code log}/{@code addr}. */
    V1,
    /** Current names and {@code create...} names. */
    V2
}
