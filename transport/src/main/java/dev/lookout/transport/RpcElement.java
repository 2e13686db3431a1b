package dev.lookout.transport;

/** One element of a batch: a request, or what is refused alone without spoiling the batch. */
public sealed interface RpcElement permits RpcRequest, RpcElement.Refused {
    String idText();

    /** An element whose method name has not exactly one underscore (VITE 1.4). */
    record Refused(String idText, RpcError error) implements RpcElement {}
}
