package dev.lookout.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.memory.Buffers;
import org.jspecify.annotations.Nullable;

/**
 * A Grizzly connection as {@link FrameSocket}.
 *
 * <p>Reading pauses by suspending the filter chain after a read: Grizzly then no longer selects the socket for reading, the
 * kernel's buffer fills, and TCP slows the peer down.
 *
 * <p>Thread: any. Lock: {@code this}, never held while calling Grizzly's chain.
 */
final class GrizzlySocket implements FrameSocket {
    private final Connection<?> connection;
    private final String remoteAddress;
    private boolean paused; // guarded by this, like the next
    private @Nullable FilterChainContext suspended;

    GrizzlySocket(Connection<?> connection) {
        this.connection = connection;
        this.remoteAddress = addressOf(connection);
    }

    static String addressOf(Connection<?> connection) {
        return connection.getPeerAddress() instanceof InetSocketAddress peer && peer.getAddress() != null
                ? peer.getAddress().getHostAddress() + ":" + peer.getPort()
                : "";
    }

    /** Runs {@code task} once TCP has ended, from whichever side; at once if it has already. */
    static void whenClosed(Connection<?> connection, Runnable task) {
        connection.addCloseListener(new CloseListener<Closeable, CloseType>() {
            @Override
            public void onClosed(Closeable closed, CloseType type) {
                task.run();
            }
        });
    }

    /** Ends a read: stops there, or suspends if the connection asked for a pause meanwhile. */
    synchronized NextAction afterRead(FilterChainContext context) {
        if (!paused) {
            return context.getStopAction();
        }
        context.suspend();
        suspended = context;
        return context.getSuspendAction();
    }

    @Override
    public void write(byte[] bytes, int length, WriteDone done) {
        write(connection, Buffers.wrap(connection.getTransport().getMemoryManager(), bytes, 0, length), done);
    }

    private static <L> void write(Connection<L> connection, Buffer buffer, WriteDone done) {
        connection.write(buffer, new EmptyCompletionHandler<WriteResult<Buffer, L>>() {
            @Override
            public void completed(WriteResult<Buffer, L> result) {
                done.written();
            }

            @Override
            public void cancelled() {
                done.failed(new IOException("Write cancelled"));
            }

            @Override
            public void failed(Throwable cause) {
                done.failed(cause);
            }
        });
    }

    @Override
    public synchronized void pauseReading() {
        paused = true;
    }

    @Override
    public void resumeReading() {
        FilterChainContext context;
        synchronized (this) {
            paused = false;
            context = suspended;
            suspended = null;
        }
        if (context != null) {
            context.resume(context.getStopAction());
        }
    }

    @Override
    public void drop() {
        connection.terminateSilently();
    }

    @Override
    public String remoteAddress() {
        return remoteAddress;
    }
}
