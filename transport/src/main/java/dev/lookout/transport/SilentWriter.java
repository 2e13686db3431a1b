package dev.lookout.transport;

import java.nio.ByteBuffer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * What Tyrus may write: nothing. Frames go out through {@link OutboundQueue}, which joins them and keeps the closing
 * handshake; the only frame Tyrus would add by itself is a Close frame after undecodable text, and its endpoint reports
 * that as well.
 */
final class SilentWriter extends Writer {
    @Override
    public void write(ByteBuffer buffer, CompletionHandler<ByteBuffer> done) {
        if (done != null) {
            done.completed(buffer);
        }
    }

    @Override
    public void close() {}
}
