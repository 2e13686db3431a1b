package dev.lookout.gateway;

import dev.lookout.transport.HttpHandler;
import dev.lookout.transport.HttpReply;
import dev.lookout.transport.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers {@code GET /health} with 500 and a text that says which source has failed; everything else, a healthy gateway's answer
 * included, is the next handler's (VITE-HTTP-4).
 *
 * <p>Thread: any.
 */
final class HealthHandler implements HttpHandler {
    private final SourceHealth health;
    private final HttpHandler next;

    HealthHandler(SourceHealth health, HttpHandler next) {
        this.health = health;
        this.next = next;
    }

    @Override
    public CompletionStage<HttpReply> handle(HttpRequest request) {
        if (request.method().equals("GET") && request.path().equalsIgnoreCase("/health")) {
            var complaint = health.complaint();
            if (complaint.isPresent()) {
                return CompletableFuture.completedFuture(
                        HttpReply.of(500, "text/plain; charset=utf-8", complaint.get()));
            }
        }
        return next.handle(request);
    }
}
