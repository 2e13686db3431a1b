package dev.lookout.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON-RPC messages as a Vite node does: key order, no spaces, {@code < > &} escaped, never a {@code data} member
 * (VITE 1.4). No line feed at the end; HTTP adds one.
 */
public final class RpcWriter {
    private static final String HEAD = "{\"jsonrpc\":\"2.0\"";

    private RpcWriter() {}

    /** @param idText as spelled in the request */
    public static String result(String idText, JsonValue result) {
        return resultJson(idText, result.toJson());
    }

    /** @param resultJson JSON text that is already written as it shall go out */
    public static String resultJson(String idText, String resultJson) {
        return id(idText).append(",\"result\":").append(resultJson).append('}').toString();
    }

    /** @param idText null: the reply has no {@code id} member */
    public static String error(@Nullable String idText, RpcError error) {
        var out = id(idText);
        out.append(",\"error\":{\"code\":").append(error.code()).append(",\"message\":");
        JsonText.appendString(out, error.message());
        return out.append("}}").toString();
    }

    /** Joins replies to the reply of a batch. */
    public static String batch(List<String> replies) {
        return "[" + String.join(",", replies) + "]";
    }

    /** A message without id; {@code paramsJson} goes out as it is. */
    public static String notification(String method, String paramsJson) {
        var out = new StringBuilder(HEAD).append(",\"method\":");
        JsonText.appendString(out, method);
        return out.append(",\"params\":").append(paramsJson).append('}').toString();
    }

    /** A request of a client. */
    public static String request(long id, String method, JsonArray params) {
        var out = new StringBuilder(HEAD).append(",\"id\":").append(id).append(",\"method\":");
        JsonText.appendString(out, method);
        out.append(",\"params\":");
        JsonText.append(out, params);
        return out.append('}').toString();
    }

    private static StringBuilder id(@Nullable String idText) {
        var out = new StringBuilder(HEAD);
        if (idText != null) {
            out.append(",\"id\":");
            JsonText.appendRaw(out, idText);
        }
        return out;
    }
}
