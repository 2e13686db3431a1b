package dev.lookout.gateway.vite;

import dev.lookout.transport.RpcError;

/** Ends the work on a request with the error that the client gets. No stack trace: the client's mistake, not ours. */
final class RpcFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RpcError error;

    RpcFault(int code, String message) {
        this(new RpcError(code, message));
    }

    RpcFault(RpcError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    /** -32002 and the text: what a Vite method's own errors look like (VITE 1.6). */
    static RpcFault of(String message) {
        return new RpcFault(RpcError.CALLBACK, message);
    }

    /** -32602 and the text. */
    static RpcFault params(String message) {
        return new RpcFault(RpcError.INVALID_PARAMS, message);
    }

    RpcError error() {
        return error;
    }
}
