package dev.lookout.benchmarks.workload;

/**
 * A 21-byte address as three big-endian words, the last one holding five bytes at its low end. Its hash is computed
 * once, so that no peer pays for hashing bytes: that is kinder to the linear scan than Go is.
 */
public final class Address {
    private final long high;
    private final long middle;
    private final long low;
    private final int hash;

    /** @param low the last five bytes; higher bits are dropped */
    public Address(long high, long middle, long low) {
        this.high = high;
        this.middle = middle;
        this.low = low & 0xff_ffff_ffffL;
        this.hash = (int) (Mixing.mix(high + 3 * Mixing.mix(middle + 5 * Mixing.mix(this.low))) >>> 32);
    }

    public long high() {
        return high;
    }

    public long middle() {
        return middle;
    }

    public long low() {
        return low;
    }

    /** The 21 bytes, a new array. */
    public byte[] bytes() {
        var bytes = new byte[21];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (high >>> (56 - 8 * i));
            bytes[8 + i] = (byte) (middle >>> (56 - 8 * i));
        }
        for (int i = 0; i < 5; i++) {
            bytes[16 + i] = (byte) (low >>> (32 - 8 * i));
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && high == that.high && middle == that.middle && low == that.low;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** 42 hex digits. */
    @Override
    public String toString() {
        return String.format("%016x%016x%010x", high, middle, low);
    }
}
