package dev.lookout.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Posts JSON over HTTP/1.1 with kept connections.
 *
 * <p>Thread: any; futures complete on the executor given.
 */
public final class HttpPoster {
    private final Executor workers;

    /** Completes futures on a small pool of daemon threads of its own. */
    public HttpPoster() {
        this(Runnable::run);
    }

    public HttpPoster(Executor workers) {
        this.workers = workers;
    }

    /**
     * Posts {@code body} as {@code application/json}; see {@link #post(URI, Map, byte[], Duration)}.
     */
    public CompletableFuture<HttpReply> post(URI uri, String body, Duration timeout) {
        return post(
                uri,
                Map.of("Content-Type", "application/json"),
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                timeout);
    }

    /**
     * Posts a body with these headers.
     *
     * @return the answer whatever its status; exceptionally {@code RequestTimedOutException} or {@code
     *     ConnectionLostException}. An answer beyond 32 MiB fails.
     */
    public CompletableFuture<HttpReply> post(URI uri, Map<String, String> headers, byte[] body, Duration timeout) {
        return CompletableFuture.failedFuture(
                new UnsupportedOperationException(uri + "" + headers + body.length + timeout + workers));
    }
}
