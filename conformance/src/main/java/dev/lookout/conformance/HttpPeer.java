package dev.lookout.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * Sends single HTTP requests with the JDK's client.
 *
 * <p>Thread: any.
 */
final class HttpPeer {
    private final HttpClient client;
    private final URI base;
    private final Duration patience;

    HttpPeer(HttpClient client, URI base, Duration patience) {
        this.client = client;
        this.base = base;
        this.patience = patience;
    }

    /** Posts a JSON-RPC message to the endpoint's own path. */
    HttpResponse<String> post(String body) {
        return send("POST", "", Map.of("Content-Type", "application/json"), body);
    }

    /**
     * Sends a request.
     *
     * @param path in place of the endpoint's own; empty: its own
     * @throws UnmetExpectation if there is no answer
     */
    HttpResponse<String> send(String verb, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(path.isEmpty() ? base : base.resolve(path))
                .timeout(patience)
                .method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UnmetExpectation("an answer to " + verb + " " + base.resolve(path), "none: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
