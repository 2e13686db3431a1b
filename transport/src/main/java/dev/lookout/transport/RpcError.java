package dev.lookout.transport;

/** The {@code error} member of a JSON-RPC reply. */
public record RpcError(int code, String message) {
    /** The request text could not be read, or a subscribe request has no usable parameters (VITE 1.6). */
    public static final int INVALID_REQUEST = -32600;
    /** Unknown method, namespace or event name. */
    public static final int METHOD_NOT_FOUND = -32601;

    public static final int INVALID_PARAMS = -32602;
    /** Valid JSON that is no request. */
    public static final int INVALID_MESSAGE = -32700;
    /** Any error a method returned; told apart by its text. */
    public static final int CALLBACK = -32002;

    public static final int PANIC = -32001;
    public static final int SHUTTING_DOWN = -32000;

    /** {@code The method foo_bar does not exist/is not available}. */
    public static RpcError methodNotFound(String service, String name) {
        return new RpcError(
                METHOD_NOT_FOUND, "The method " + service + "_" + name + " does not exist/is not available");
    }
}
