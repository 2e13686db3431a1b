package dev.lookout.topics;

import java.util.SplittableRandom;

/** Byte values for tests: the same for the same number. */
final class Bytes {
    private Bytes() {}

    static byte[] of(long number, int length) {
        var bytes = new byte[length];
        new SplittableRandom(number).nextBytes(bytes);
        return bytes;
    }

    /** A topic as wallets have it: 12 zero bytes, then 20. */
    static byte[] wallet(long number) {
        var bytes = of(number, 32);
        java.util.Arrays.fill(bytes, 0, 12, (byte) 0);
        return bytes;
    }
}
