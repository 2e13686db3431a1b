package dev.lookout.transport;

/** The TCP side of one WebSocket, as its connection needs it. No method blocks. */
interface FrameSocket {
    /**
     * Writes all bytes in order; at most one write at a time is asked for.
     *
     * @param done called exactly once, on any thread, possibly before this method returns
     */
    void write(byte[] bytes, int length, WriteDone done);

    /** Stops asking the kernel for bytes once what has been read is handed over; idempotent. */
    void pauseReading();

    void resumeReading();

    /** Ends TCP: after pending writes if there are none stuck, without any promise to the peer. */
    void drop();

    String remoteAddress();

    /** Outcome of one write. */
    interface WriteDone {
        void written();

        void failed(Throwable cause);
    }
}
