package dev.lookout.transport;

/**
 * What a JSON text may cost, decided before it is parsed.
 *
 * @param bytes of UTF-8 in the whole text (a shorter measure, its length in chars, is compared first)
 * @param depth of nesting
 * @param tokenChars in one string, member name or number
 */
public record JsonLimits(int bytes, int depth, int tokenChars) {
    /** 4 MiB, 200 levels, 4 Mi characters: for what a trusted peer sends; a server passes its inbound limit. */
    public static final JsonLimits DEFAULT = new JsonLimits(4 << 20, 200, 4 << 20);

    /** @throws IllegalArgumentException if any is below 1 */
    public JsonLimits {
        if (bytes < 1 || depth < 1 || tokenChars < 1) {
            throw new IllegalArgumentException(
                    "JSON limits must be positive: bytes " + bytes + ", depth " + depth + ", token " + tokenChars);
        }
    }

    public JsonLimits withBytes(int more) {
        return new JsonLimits(more, depth, tokenChars);
    }
}
