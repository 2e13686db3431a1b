package dev.lookout.gateway.vigil;

import dev.lookout.model.vigil.SessionId;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.OutboundText;

/** Writes what the server answers (VIGIL 2.2 to 2.6). Nothing here ever carries a key. */
final class VigilReplies {
    static final OutboundText REGISTER_NACK = command("register:nack");
    static final OutboundText HEARTBEAT_NACK = command("heartbeat:nack");
    static final OutboundText UNREGISTER_ACK = command("unregister:ack");
    static final OutboundText UNREGISTER_NACK = command("unregister:nack");

    // Long enough to recognise a command, too short to send a client's text back to it.
    private static final int EXCERPT = 64;

    private VigilReplies() {}

    static OutboundText registerAck(SessionId session) {
        return command("register:ack", session);
    }

    static OutboundText heartbeat(SessionId session) {
        return command("heartbeat", session);
    }

    static OutboundText unknownCommand(String command) {
        String excerpt = command.length() > EXCERPT ? command.substring(0, EXCERPT) + "..." : command;
        return error("unknown_command", "unsupported command: " + excerpt);
    }

    static OutboundText malformed(String what) {
        return error("malformed", what);
    }

    private static OutboundText error(String code, String message) {
        return OutboundText.of(JsonObject.builder()
                .put("command", "error")
                .put("code", code)
                .put("message", message)
                .build()
                .toJson());
    }

    private static OutboundText command(String command) {
        return OutboundText.of(
                JsonObject.builder().put("command", command).build().toJson());
    }

    private static OutboundText command(String command, SessionId session) {
        return OutboundText.of(JsonObject.builder()
                .put("command", command)
                .put("sessionID", session.text())
                .build()
                .toJson());
    }
}
