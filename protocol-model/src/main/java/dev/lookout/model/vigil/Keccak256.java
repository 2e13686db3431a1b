package dev.lookout.model.vigil;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256 as Ethereum uses it, with the original padding: not the later SHA3-256. */
public final class Keccak256 {
    private Keccak256() {}

    /** The 32-byte digest. */
    public static byte[] digest(byte[] input) {
        KeccakDigest digest = new KeccakDigest(256);
        digest.update(input, 0, input.length);
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }

    /** The hash of a text's UTF-8 form, for example of {@code Transfer(address,address,uint256)}. */
    public static EvmHash hash(String text) {
        return EvmHash.of(digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
