package dev.lookout.transport;

import java.util.concurrent.CompletionStage;

/** Answers HTTP requests under a path prefix. */
@FunctionalInterface
public interface HttpHandler {
    /**
     * Answers one request, now or later.
     *
     * <p>Thread: on the worker executor; may block, and several requests run at once. A failed stage or an exception is
     * logged and answered with 500.
     */
    CompletionStage<HttpReply> handle(HttpRequest request);
}
