package dev.lookout.benchmarks.workload;

/** A 32-byte topic as four big-endian words. */
public record Word(long a, long b, long c, long d) {

    /** The 32 bytes, a new array. */
    public byte[] bytes() {
        var bytes = new byte[32];
        for (int i = 0; i < 8; i++) {
            int shift = 56 - 8 * i;
            bytes[i] = (byte) (a >>> shift);
            bytes[8 + i] = (byte) (b >>> shift);
            bytes[16 + i] = (byte) (c >>> shift);
            bytes[24 + i] = (byte) (d >>> shift);
        }
        return bytes;
    }

    @Override
    public int hashCode() {
        return (int) (Mixing.mix(a + 3 * Mixing.mix(b + 5 * Mixing.mix(c + 7 * d))) >>> 32);
    }

    /** 64 hex digits. */
    @Override
    public String toString() {
        return String.format("%016x%016x%016x%016x", a, b, c, d);
    }
}
