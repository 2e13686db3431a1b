package dev.lookout.transport;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written on one connection: two bounded lanes, pongs and pings ahead of them, a Close frame at the end.
 *
 * <p>One write is under way at a most; what gathers meanwhile goes out joined in the next one, because the call is what
 * costs, not the bytes. An idle connection waits for nothing: its first message is handed to the flusher at once.
 *
 * <p>Thread: any; nothing blocks. Lock: {@code this}, never held while writing or calling out.
 */
final class OutboundQueue implements FrameSocket.WriteDone {
    /** A joined write stops growing here; one larger message still goes out in one piece. */
    private static final int MAX_JOINED_BYTES = 64 * 1024;

    /** Pongs that wait; RFC 6455 5.5.3 allows to answer only the latest pings. */
    private static final int MAX_PONGS = 16;

    private final int maxMessages;
    private final long maxBytes;
    private final boolean masked;
    private final Flusher flusher;
    private final FrameSocket socket;
    private final Events events;

    // All guarded by this.
    private final ArrayDeque<OutboundText> control = new ArrayDeque<>();
    private final ArrayDeque<OutboundText> data = new ArrayDeque<>();
    private final ArrayDeque<byte[]> pongs = new ArrayDeque<>();
    private long bytes;
    private boolean pingWaits;
    private byte @Nullable [] close;
    private boolean closed;
    private boolean busy;
    private long writeStartedNanos;
    private boolean writing;
    private boolean closeInWrite;

    /** Told without any lock held. */
    interface Events {
        /** The Close frame has left; called once. */
        void closeWritten();

        void writeFailed(Throwable cause);
    }

    OutboundQueue(TransportLimits limits, boolean masked, Flusher flusher, FrameSocket socket, Events events) {
        this.maxMessages = limits.outboundMessages();
        this.maxBytes = limits.outboundBytes();
        this.masked = masked;
        this.flusher = flusher;
        this.socket = socket;
        this.events = events;
    }

    /** @return false if nothing was queued: the bound is reached, or a Close frame is queued already */
    boolean offer(Lane lane, OutboundText text) {
        boolean start;
        synchronized (this) {
            int waiting = control.size() + data.size();
            // A message beyond the byte bound of its own may go when nothing else waits: the bound is about backlog.
            if (close != null
                    || closed
                    || waiting >= maxMessages
                    || (waiting > 0 && bytes + text.byteLength() > maxBytes)) {
                return false;
            }
            (lane == Lane.CONTROL ? control : data).add(text);
            bytes += text.byteLength();
            start = startIfIdle();
        }
        flushIf(start);
        return true;
    }

    void pong(byte[] payload) {
        boolean start;
        synchronized (this) {
            if (close != null || closed) {
                return;
            }
            if (pongs.size() == MAX_PONGS) {
                pongs.poll();
            }
            pongs.add(payload);
            start = startIfIdle();
        }
        flushIf(start);
    }

    void ping() {
        boolean start;
        synchronized (this) {
            if (close != null || closed) {
                return;
            }
            pingWaits = true;
            start = startIfIdle();
        }
        flushIf(start);
    }

    /** Puts the Close frame behind what shall still go out; later calls change nothing. */
    void close(int code, String reason, boolean keepControl, boolean keepData) {
        boolean start;
        synchronized (this) {
            if (close != null || closed) {
                return;
            }
            close = Frames.closePayload(code, reason);
            if (!keepData) {
                drop(data);
            }
            if (!keepControl) {
                drop(control);
                pongs.clear();
                pingWaits = false;
            }
            start = startIfIdle();
        }
        flushIf(start);
    }

    synchronized void discardData() {
        drop(data);
    }

    /** Forgets everything; nothing is written any more. */
    synchronized void shut() {
        closed = true;
        drop(data);
        drop(control);
        pongs.clear();
    }

    synchronized int messages() {
        return control.size() + data.size();
    }

    synchronized long bytes() {
        return bytes;
    }

    /** How long the write that is under way has taken so far; 0 if none is. */
    synchronized long writingForNanos(long now) {
        return writing ? now - writeStartedNanos : 0;
    }

    /** Called by the flusher, one thread at a time per queue: writes what has gathered. */
    void flush() {
        byte[] joined;
        int length;
        synchronized (this) {
            length = closed ? 0 : joinedLength();
            if (length == 0) {
                busy = false;
                return;
            }
            joined = new byte[length];
            fill(joined, length);
            writing = true;
            writeStartedNanos = System.nanoTime();
        }
        socket.write(joined, length, this);
    }

    @Override
    public void written() {
        boolean closeGone;
        boolean more;
        synchronized (this) {
            writing = false;
            closeGone = closeInWrite;
            closeInWrite = false;
            more = !closed && hasWork();
            busy = more;
        }
        if (closeGone) {
            events.closeWritten();
        }
        flushIf(more);
    }

    @Override
    public void failed(Throwable cause) {
        shut();
        synchronized (this) {
            writing = false;
        }
        events.writeFailed(cause);
    }

    private boolean startIfIdle() {
        boolean start = !busy;
        busy = true;
        return start;
    }

    private void flushIf(boolean start) {
        if (start) {
            flusher.schedule(this);
        }
    }

    private void drop(ArrayDeque<OutboundText> lane) {
        for (OutboundText text : lane) {
            bytes -= text.byteLength();
        }
        lane.clear();
    }

    private boolean hasWork() {
        return close != null || pingWaits || !pongs.isEmpty() || !control.isEmpty() || !data.isEmpty();
    }

    /** Bytes of the frames that the next write takes; 0 if nothing waits. */
    private int joinedLength() {
        int length = 0;
        for (byte[] pong : pongs) {
            length += Frames.sizeOf(pong.length, masked);
        }
        if (pingWaits) {
            length += Frames.sizeOf(0, masked);
        }
        int taken = 0;
        for (ArrayDeque<OutboundText> lane : List.of(control, data)) {
            for (OutboundText text : lane) {
                int size = Frames.sizeOf(text.byteLength(), masked);
                if (length > 0 && (long) length + size > MAX_JOINED_BYTES) {
                    return length;
                }
                length += size;
                taken++;
            }
        }
        if (close != null && !closed && taken == control.size() + data.size()) {
            length += Frames.sizeOf(close.length, masked);
        }
        return length;
    }

    private void fill(byte[] joined, int length) {
        int at = 0;
        for (byte[] pong = pongs.poll(); pong != null; pong = pongs.poll()) {
            at = Frames.write(joined, at, Frames.PONG, pong, masked);
        }
        if (pingWaits) {
            pingWaits = false;
            at = Frames.write(joined, at, Frames.PING, new byte[0], masked);
        }
        for (ArrayDeque<OutboundText> lane : List.of(control, data)) {
            for (OutboundText text = lane.peek();
                    text != null && at + Frames.sizeOf(text.byteLength(), masked) <= length;
                    text = lane.peek()) {
                lane.poll();
                bytes -= text.byteLength();
                at = Frames.write(joined, at, Frames.TEXT, text.utf8(), masked);
            }
        }
        if (close != null && at < length) {
            Frames.write(joined, at, Frames.CLOSE, close, masked);
            closeInWrite = true;
            closed = true;
        }
    }
}
