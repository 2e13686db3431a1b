package dev.lookout.transport;

/** Close codes of RFC 6455 section 7.4 that this side decides on by itself, and which may travel. */
final class CloseCodes {
    static final int NORMAL = 1000;
    static final int PROTOCOL_ERROR = 1002;
    /** Reported, never sent: the peer's Close frame had no code. */
    static final int NONE = 1005;
    /** Reported, never sent: the socket ended without a Close frame. */
    static final int ABNORMAL = 1006;

    static final int BAD_DATA = 1007;
    static final int TOO_BIG = 1009;
    static final int INTERNAL_ERROR = 1011;

    private CloseCodes() {}

    static boolean maySend(int code) {
        return (code >= 1000 && code <= 1014 && code != 1004 && code != NONE && code != ABNORMAL)
                || (code >= 3000 && code <= 4999);
    }
}
