package dev.lookout.gateway.vite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lookout.gateway.vite.ViteOptions.InvalidMessages;
import dev.lookout.transport.ConnectionListener;
import dev.lookout.transport.RpcError;
import dev.lookout.transport.RpcRequestReader;
import dev.lookout.transport.RpcWriter;
import java.util.Optional;

/**
 * What a WebSocket client of the Vite API says, from its first message to its end (VITE 1.3, 1.5).
 *
 * <p>Thread: the transport's, one call at a time.
 */
final class ViteSession implements ConnectionListener {
    private static final int NORMAL = 1000;

    private final ViteConnection connection;
    private final RpcRequestReader reader;
    private final ViteRpc rpc;
    private final InvalidMessages invalidMessages;
    private final Runnable gone;

    /** @param gone runs when the connection has ended */
    ViteSession(
            ViteConnection connection,
            RpcRequestReader reader,
            ViteRpc rpc,
            InvalidMessages invalidMessages,
            Runnable gone) {
        this.connection = connection;
        this.reader = reader;
        this.rpc = rpc;
        this.invalidMessages = invalidMessages;
        this.gone = gone;
    }

    @Override
    public void onText(String text) {
        Optional<ViteRpc.Answer> answer = rpc.answer(reader.read(text), Optional.of(connection));
        answer.ifPresent(one -> connection.replyAndOpen(one.text(), one.made()));
        // A frame that could be read does not cost the connection, unless the node's own way is asked for.
        boolean fatal = answer.map(ViteRpc.Answer::fatal).orElse(true);
        if (fatal && invalidMessages == InvalidMessages.CLOSE_AS_NODE) {
            connection.closeAfterDrain(NORMAL, "");
        }
    }

    @Override
    public void onBinary(byte[] data) {
        onText(new String(data, UTF_8));
    }

    @Override
    public void onTooLarge(long bytes) {
        var error = new RpcError(RpcError.INVALID_REQUEST, "websocket: frame payload size exceeds limit");
        connection.reply(RpcWriter.error(null, error));
        connection.closeAfterDrain(NORMAL, "");
    }

    @Override
    public void onClosed(int code, String reason) {
        gone.run();
        connection.end().forEach(rpc::forget);
    }
}
