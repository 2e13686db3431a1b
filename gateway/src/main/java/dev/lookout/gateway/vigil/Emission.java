package dev.lookout.gateway.vigil;

/**
 * A message at the moment at which it is told.
 *
 * @param number counts all emissions of an endpoint from 1
 * @param toldBefore number of the emission that told the same before a reorganisation; 0 if there was none
 */
record Emission(VigilMessage message, long number, long toldBefore) {
    boolean isRepetition() {
        return toldBefore != 0;
    }
}
