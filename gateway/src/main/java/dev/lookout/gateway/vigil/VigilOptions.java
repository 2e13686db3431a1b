package dev.lookout.gateway.vigil;

import java.util.regex.Pattern;

/**
 * What an operator may choose.
 *
 * @param eventIdField name of the event id in pushes (decision D-22); ends in {@code _event_id}, by which clients find it
 * @param legacyRecoverableCloseCode sent to connections without extensions when they shall come back: 1000 by default,
 *     because the vendor's JavaScript client reconnects on nothing else (decision D-18)
 * @param requireAppHeartbeat whether only heartbeat commands keep a session alive; off by default, because it disconnects the
 *     vendor's Python client on a busy stream (decision D-11)
 * @param strictSession whether a heartbeat with a wrong session id closes with 1008; off by default, because the vendor's
 *     JavaScript client sends stale ones after a reconnect (decision D-8)
 */
public record VigilOptions(
        VigilLimits limits,
        String eventIdField,
        int legacyRecoverableCloseCode,
        boolean requireAppHeartbeat,
        boolean strictSession) {
    private static final Pattern EVENT_ID_FIELD = Pattern.compile("[a-z]+_event_id");

    /** The defaults named above. */
    public static VigilOptions defaults() {
        return new VigilOptions(VigilLimits.specified(), "maticvigil_event_id", 1000, false, false);
    }

    public VigilOptions {
        if (!EVENT_ID_FIELD.matcher(eventIdField).matches()) {
            throw new IllegalArgumentException(
                    "The field of the event id is lower-case letters and _event_id, not \"" + eventIdField + "\"");
        }
        if (legacyRecoverableCloseCode != 1000
                && legacyRecoverableCloseCode != 1001
                && legacyRecoverableCloseCode != 1011
                && (legacyRecoverableCloseCode < 4000 || legacyRecoverableCloseCode > 4999)) {
            throw new IllegalArgumentException(
                    "A recoverable close is 1000, 1001, 1011 or 4000 to 4999, not " + legacyRecoverableCloseCode);
        }
    }

    public VigilOptions withLimits(VigilLimits other) {
        return new VigilOptions(other, eventIdField, legacyRecoverableCloseCode, requireAppHeartbeat, strictSession);
    }

    public VigilOptions withEventIdField(String name) {
        return new VigilOptions(limits, name, legacyRecoverableCloseCode, requireAppHeartbeat, strictSession);
    }

    public VigilOptions withLegacyRecoverableCloseCode(int code) {
        return new VigilOptions(limits, eventIdField, code, requireAppHeartbeat, strictSession);
    }

    public VigilOptions withRequiredAppHeartbeat() {
        return new VigilOptions(limits, eventIdField, legacyRecoverableCloseCode, true, strictSession);
    }

    public VigilOptions withStrictSession() {
        return new VigilOptions(limits, eventIdField, legacyRecoverableCloseCode, requireAppHeartbeat, true);
    }
}
