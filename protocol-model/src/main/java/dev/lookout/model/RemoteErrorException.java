package dev.lookout.model;

/** The peer answered a request with an error: its code and its own words. */
public final class RemoteErrorException extends StreamException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String remoteMessage;

    /**
     * @param code the JSON-RPC error code, for example -32002
     * @param message the peer's message; kept whole in {@link #remoteMessage()}, at most 200 characters of it in
     *     {@link #getMessage()}
     */
    public RemoteErrorException(int code, String message) {
        super("The peer answered with error " + code + ": " + Excerpt.of(message));
        this.code = code;
        this.remoteMessage = message;
    }

    public int code() {
        return code;
    }

    /** The peer's message as it came. Decide on this text only for code -32002 (VITE section 1.6). */
    public String remoteMessage() {
        return remoteMessage;
    }
}
