package dev.lookout.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JDK's own WebSocket and HTTP client, and nothing of ours: sees what is on the wire. */
final class RawViteClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final String GONE = "closed ";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final Map<String, List<JsonNode>> results = new LinkedHashMap<>();
    private final List<Integer> callbackSizes = new ArrayList<>();
    private final WebSocket socket;

    RawViteClient(int port, String path) {
        this.port = port;
        this.socket = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + path), new Frames())
                .join();
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** The next frame; {@code closed CODE} once the connection has ended. */
    String next() throws InterruptedException {
        String frame = frames.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame within " + DEADLINE);
        }
        return frame;
    }

    /** Whether nothing has come within a moment. */
    boolean isSilent() throws InterruptedException {
        return frames.poll(200, TimeUnit.MILLISECONDS) == null;
    }

    /** Sends a request and waits for its reply; callbacks that come first are kept. */
    String call(String request) throws InterruptedException {
        send(request);
        while (true) {
            String frame = next();
            if (!keepCallback(frame)) {
                return frame;
            }
        }
    }

    /** Subscribes and returns the id. */
    String subscribe(String params) throws InterruptedException {
        String reply =
                call("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"subscribe_subscribe\",\"params\":" + params + "}");
        JsonNode id = json(reply).get("result");
        if (id == null) {
            throw new AssertionError(params + " got " + reply);
        }
        results.put(id.asString(), new ArrayList<>());
        return id.asString();
    }

    /** Reads callbacks until each subscription has as many results as wanted. */
    void awaitResults(Map<String, Integer> wanted) throws InterruptedException {
        while (wanted.entrySet().stream().anyMatch(one -> results(one.getKey()).size() < one.getValue())) {
            String frame = next();
            if (!keepCallback(frame)) {
                throw new AssertionError("not a callback: " + frame);
            }
        }
    }

    /** Results of a subscription so far, in order. */
    List<JsonNode> results(String id) {
        return results.getOrDefault(id, List.of());
    }

    List<Integer> callbackSizes() {
        return callbackSizes;
    }

    String post(String body) throws Exception {
        HttpResponse<String> reply = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                        .header("Content-Type", "application/json")
                        .timeout(DEADLINE)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return reply.body();
    }

    HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
        return http.send(
                request.uri(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(DEADLINE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    WebSocket socket() {
        return socket;
    }

    private boolean keepCallback(String frame) {
        if (frame.startsWith(GONE)) {
            throw new AssertionError(frame);
        }
        JsonNode message = json(frame);
        if (!message.isObject() || !message.has("method")) {
            return false;
        }
        JsonNode params = message.get("params");
        JsonNode elements = params.get("result");
        callbackSizes.add(elements.size());
        elements.forEach(
                results.computeIfAbsent(params.get("subscription").asString(), none -> new ArrayList<>())::add);
        return true;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Frames implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                frames.add(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            frames.add(GONE + code + " " + reason);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            frames.add(GONE + error);
        }
    }
}
