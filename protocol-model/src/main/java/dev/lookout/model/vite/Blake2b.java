package dev.lookout.model.vite;

import org.bouncycastle.crypto.digests.Blake2bDigest;

/**
 * BLAKE2b without a key, with the digest length in the parameter block: a short digest is <em>not</em> the beginning of a
 * long one (VITE section 3.1).
 */
public final class Blake2b {
    private Blake2b() {}

    /**
     * @param length digest length in bytes, 1 to 64
     * @param parts hashed one after the other as if joined
     */
    public static byte[] digest(int length, byte[]... parts) {
        Blake2bDigest digest = new Blake2bDigest(length * 8);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] out = new byte[length];
        digest.doFinal(out, 0);
        return out;
    }
}
