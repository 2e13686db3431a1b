package dev.lookout.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lookout.model.ConnectionLostException;
import dev.lookout.model.RequestTimedOutException;
import dev.lookout.model.StreamException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Posts JSON over HTTP/1.1 with kept connections.
 *
 * <p>Thread: any; futures complete on the executor given. All its threads are daemons.
 */
public final class HttpPoster {
    /** Largest answer that is read. */
    static final int MAX_REPLY_BYTES = 32 << 20;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client;

    /** Completes futures on a small pool of daemon threads of its own. */
    public HttpPoster() {
        this(WorkerPool.create("lookout-http"));
    }

    public HttpPoster(Executor workers) {
        client = HttpClient.newBuilder()
                // An offer to upgrade to HTTP/2 makes some servers wait for a body that has already ended.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(workers)
                .build();
    }

    /** Posts {@code body} as {@code application/json}; see {@link #post(URI, Map, byte[], Duration)}. */
    public CompletableFuture<HttpReply> post(URI uri, String body, Duration timeout) {
        return post(uri, Map.of("Content-Type", "application/json"), body.getBytes(UTF_8), timeout);
    }

    /**
     * Posts a body with these headers.
     *
     * @return the answer whatever its status; exceptionally {@code RequestTimedOutException} or {@code
     *     ConnectionLostException}. An answer beyond 32 MiB fails.
     */
    public CompletableFuture<HttpReply> post(URI uri, Map<String, String> headers, byte[] body, Duration timeout) {
        var request = java.net.http.HttpRequest.newBuilder(uri).timeout(timeout).POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return client.sendAsync(request.build(), answer -> new LimitedBody(MAX_REPLY_BYTES))
                .handle((answer, failure) -> {
                    if (failure != null) {
                        throw explain(uri, timeout, failure);
                    }
                    return reply(answer);
                });
    }

    private static HttpReply reply(HttpResponse<byte[]> answer) {
        HttpReply reply = HttpReply.empty(answer.statusCode());
        var type = answer.headers().firstValue("Content-Type");
        if (type.isPresent()) {
            reply = HttpReply.of(answer.statusCode(), type.get(), answer.body());
        } else {
            reply = reply.withBody(answer.body());
        }
        for (var header : answer.headers().map().entrySet()) {
            reply = reply.withHeader(header.getKey().toLowerCase(Locale.ROOT), String.join(", ", header.getValue()));
        }
        return reply;
    }

    private static StreamException explain(URI uri, Duration timeout, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof HttpTimeoutException) {
            return new RequestTimedOutException(
                    "No answer from " + uri + " within " + timeout.toMillis() + " ms", cause);
        }
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new ConnectionLostException("POST to " + uri + " failed: " + why, cause);
    }
}
