package dev.lookout.gateway.vigil;

import dev.lookout.model.vigil.ApiKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What is kept of an API key: its SHA-256.
 *
 * <p>A slow salted hash guards secrets that people choose; against a random UUID (122 bits) guessing is hopeless anyway, and every
 * register would pay for it (ADR 51). Equality takes the same time wherever two differ.
 */
public final class KeyFingerprint {
    private static final int BYTES = 32;

    private final byte[] sha256;

    private KeyFingerprint(byte[] sha256) {
        this.sha256 = sha256;
    }

    public static KeyFingerprint of(ApiKey key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new KeyFingerprint(digest.digest(key.reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * @param hex 64 digits, as {@link #toHex} writes them
     * @throws IllegalArgumentException if it is anything else
     */
    public static KeyFingerprint parse(String hex) {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("A key's SHA-256 has " + 2 * BYTES + " hex digits, not " + hex.length());
        }
        return new KeyFingerprint(HexFormat.of().parseHex(hex));
    }

    /** 64 lower-case digits. */
    public String toHex() {
        return HexFormat.of().formatHex(sha256);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyFingerprint that && MessageDigest.isEqual(sha256, that.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    /** Enough to tell keys apart in a list, not enough to be one. */
    @Override
    public String toString() {
        return "KeyFingerprint[" + toHex().substring(0, 8) + "...]";
    }
}
