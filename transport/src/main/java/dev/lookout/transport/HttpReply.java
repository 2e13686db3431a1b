package dev.lookout.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An HTTP answer, given by a handler or received by {@link HttpPoster}. Immutable but for the body array. */
public final class HttpReply {
    private final int status;
    private final @Nullable String contentType;
    private final Map<String, String> headers;
    private final byte[] body;

    private HttpReply(int status, @Nullable String contentType, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.headers = headers;
        this.body = body;
    }

    /** A reply with a body; the array is not copied. */
    public static HttpReply of(int status, String contentType, byte[] body) {
        return new HttpReply(status, contentType, Map.of(), body);
    }

    /** A reply with a text, encoded as UTF-8; {@code contentType} is sent as given, so it names the charset if it should. */
    public static HttpReply of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(UTF_8));
    }

    /** A reply without body and content type. */
    public static HttpReply empty(int status) {
        return new HttpReply(status, null, Map.of(), new byte[0]);
    }

    /** The same reply with one header more; replaces a value of the same name. Content-Length is never taken from here. */
    public HttpReply withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpReply(status, contentType, Map.copyOf(more), body);
    }

    HttpReply withBody(byte[] other) {
        return new HttpReply(status, contentType, headers, other);
    }

    public int status() {
        return status;
    }

    /** The {@code Content-Type} as sent; absent if none is. */
    public Optional<String> contentType() {
        return Optional.ofNullable(contentType);
    }

    /** Headers beyond content type and length. On a received reply: names in lower case, several values joined by comma. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The body, not copied. */
    public byte[] body() {
        return body;
    }

    /** The body as UTF-8; malformed bytes become U+FFFD. */
    public String bodyText() {
        return new String(body, UTF_8);
    }

    @Override
    public String toString() {
        return "HttpReply[" + status + ", " + body.length + " bytes]";
    }
}
