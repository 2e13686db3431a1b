package dev.lookout.gateway.vite;

import dev.lookout.transport.Connection;
import dev.lookout.transport.Lane;
import dev.lookout.transport.OutboundText;

/** A connection that takes everything and says nothing. */
final class SilentConnection implements Connection {
    @Override
    public long id() {
        return 1;
    }

    @Override
    public String remoteAddress() {
        return "";
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean send(Lane lane, OutboundText text) {
        return true;
    }

    @Override
    public void discardData() {}

    @Override
    public void ping() {}

    @Override
    public void close(int code, String reason) {}

    @Override
    public void closeAfterDrain(int code, String reason) {}

    @Override
    public void abort() {}

    @Override
    public int queuedMessages() {
        return 0;
    }

    @Override
    public long queuedBytes() {
        return 0;
    }

    @Override
    public void inboundLimit(int bytes) {}
}
