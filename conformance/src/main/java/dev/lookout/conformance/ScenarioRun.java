package dev.lookout.conformance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One run of one scenario: its connections, its names, its place. The kinds of step are described in spec/scenarios/README.md.
 *
 * <p>Thread: one.
 */
final class ScenarioRun implements AutoCloseable {
    private static final Duration MOMENT = Duration.ofMillis(150);
    private static final String HTTP = "http";

    private final HttpClient client;
    private final Endpoint endpoint;
    private final Duration patience;
    private final Values values;
    private final Map<String, WebSocketPeer> peers = new LinkedHashMap<>();
    private final Map<String, Deque<JsonNode>> results = new HashMap<>(); // taken from callbacks and not yet expected
    private int lastId = 1000;

    ScenarioRun(HttpClient client, Endpoint endpoint, Duration patience, Scenario scenario) {
        this.client = client;
        this.endpoint = endpoint;
        this.patience = patience;
        this.values = new Values(scenario.values());
        endpoint.values().forEach(values::bind);
    }

    /**
     * Does one step.
     *
     * @throws UnmetExpectation if the endpoint does something else than the step says
     */
    void step(JsonNode step) {
        String kind = step.propertyNames().iterator().next();
        switch (kind) {
            case "http" -> http(step);
            case "open" ->
                open(
                        step.required("open").asString(),
                        values.expand(step.path("path").asString("")));
            case "send" -> sent(step, peer -> peer.send(text(step, "send")));
            case "sendBinary" -> sent(step, peer -> peer.sendBinary(text(step, "sendBinary")));
            case "sendFragments" -> sent(step, peer -> peer.sendFragments(texts(step.required("sendFragments"))));
            case "ping" -> ping(step);
            case "call" -> call(step);
            case "frame" -> expectNext(step);
            case "results" -> results(step);
            case "heights" -> heights(step);
            case "silent" -> silent(step);
            case "closed" -> closed(step);
            case "stillOpen" -> stillOpen(peer(step.required("stillOpen").asString()));
            case "fatal" -> fatal(step.required("fatal").asString());
            case "close" -> leave(step.required("close").asString());
            case "chain" -> control(kind).apply(step.required("chain"), values);
            case "advance" ->
                control(kind).advance(Duration.parse(step.required("advance").asString()));
            default -> throw new InvalidScenarioException("a step of kind " + kind + " is unknown");
        }
    }

    private ChainControl control(String kind) {
        return endpoint.chain().orElseThrow(() -> new InvalidScenarioException(kind + " without its need"));
    }

    private void http(JsonNode step) {
        JsonNode request = values.expand(step.required("http"));
        var headers = new LinkedHashMap<String, String>();
        String type = request.path("contentType").asString("application/json");
        if (!type.isEmpty()) {
            headers.put("Content-Type", type);
        }
        request.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        String body = request.path("body").asString("")
                + "x".repeat(request.path("padding").asInt(0));
        HttpResponse<String> answer = httpPeer()
                .send(
                        request.path("verb").asString("POST"),
                        request.path("path").asString(""),
                        headers,
                        body);
        JsonNode reply = step.path("reply");
        int status = reply.path("status").asInt(200);
        if (answer.statusCode() != status) {
            throw new UnmetExpectation("status " + status, "status " + answer.statusCode() + ": " + answer.body());
        }
        reply.path("headers").properties().forEach(header -> header(header, answer));
        expect(reply, answer.body());
    }

    private void header(Map.Entry<String, JsonNode> wanted, HttpResponse<String> answer) {
        String found = answer.headers().firstValue(wanted.getKey()).orElse("none");
        String pattern = wanted.getValue().asString();
        if (!Pattern.matches(pattern, found)) {
            throw new UnmetExpectation("header " + wanted.getKey() + ": " + pattern, found);
        }
    }

    private interface Sending {
        void on(WebSocketPeer peer);
    }

    private void sent(JsonNode step, Sending sending) {
        WebSocketPeer peer = peer(step.required("on").asString());
        sending.on(peer);
        if (step.has("reply")) {
            reply(peer, step.required("reply"));
        }
    }

    private String text(JsonNode step, String member) {
        return values.expand(step.required(member).asString())
                + "x".repeat(step.path("padding").asInt(0));
    }

    private List<String> texts(JsonNode list) {
        var all = new ArrayList<String>();
        list.forEach(one -> all.add(values.expand(one.asString())));
        return all;
    }

    private void ping(JsonNode step) {
        String payload = step.required("ping").asString();
        WebSocketPeer peer = peer(step.required("on").asString());
        peer.ping(payload);
        String pong = peer.takePong();
        if (!pong.equals(payload)) {
            throw new UnmetExpectation("a pong of " + payload, pong);
        }
    }

    /** A reply is the first frame that is no callback. */
    private void reply(WebSocketPeer peer, JsonNode wanted) {
        WebSocketPeer.Frame frame =
                peer.take("a reply", one -> one.subscription().isEmpty());
        if (!frame.kind().equals("text")) {
            throw new UnmetExpectation("a reply in a text frame", "a " + frame.kind() + " frame");
        }
        expect(wanted, frame.text());
    }

    private void expectNext(JsonNode step) {
        expect(
                step.required("frame"),
                peer(step.required("on").asString()).take("any", frame -> true).text());
    }

    /** A JSON-RPC request with an id of its own, and its whole reply. */
    private void call(JsonNode step) {
        JsonNode id = JsonNodeFactory.instance.numberNode(++lastId);
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("jsonrpc", "2.0");
        request.set("id", id);
        request.put("method", values.expand(step.required("call").asString()));
        if (step.has("params")) {
            request.set("params", values.expand(step.required("params")));
        }
        String on = step.required("on").asString();
        if (on.equals(HTTP)) {
            answered(step, id, httpPeer().post(request.toString()).body());
        } else {
            WebSocketPeer peer = peer(on);
            peer.send(request.toString());
            answered(
                    step,
                    id,
                    peer.take("the reply to " + request, frame -> id.equals(idOf(frame)))
                            .text());
        }
    }

    private static JsonNode idOf(WebSocketPeer.Frame frame) {
        JsonNode json = frame.json();
        return json == null ? JsonNodeFactory.instance.missingNode() : json.path("id");
    }

    private void answered(JsonNode step, JsonNode id, String reply) {
        String member = step.has("error") ? "error" : "result";
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        wanted.put("jsonrpc", "2.0");
        wanted.set("id", id);
        wanted.set(member, step.has(member) ? step.required(member) : JsonNodeFactory.instance.stringNode("${*}"));
        expectJson(JsonPattern.exact(values), wanted, reply);
        if (step.has("subset")) {
            JsonNode result = parsed(reply).path("result");
            JsonPattern.subset(values)
                    .difference(step.required("subset"), result)
                    .ifPresent(difference -> {
                        throw new UnmetExpectation(step.required("subset") + " (" + difference + ")", reply);
                    });
        }
    }

    private void expect(JsonNode wanted, String got) {
        if (wanted.has("text")) {
            String exactly = values.expand(wanted.required("text").asString());
            if (!exactly.equals(got.strip())) {
                throw new UnmetExpectation(exactly, got);
            }
        }
        if (wanted.has("matches") && !Pattern.matches(wanted.required("matches").asString(), got.strip())) {
            throw new UnmetExpectation(
                    "a text like " + wanted.required("matches").asString(), got);
        }
        if (wanted.has("json")) {
            expectJson(JsonPattern.exact(values), wanted.required("json"), got);
        }
        if (wanted.has("subset")) {
            expectJson(JsonPattern.subset(values), wanted.required("subset"), got);
        }
        for (JsonNode name : wanted.path("without")) {
            if (parsed(got).has(name.asString())) {
                throw new UnmetExpectation("no member " + name.asString(), got);
            }
        }
    }

    private static JsonNode parsed(String text) {
        return Json.read(text).orElseThrow(() -> new UnmetExpectation("JSON", text));
    }

    private static void expectJson(JsonPattern pattern, JsonNode wanted, String got) {
        pattern.difference(wanted, parsed(got)).ifPresent(difference -> {
            throw new UnmetExpectation(wanted + " (" + difference + ")", got);
        });
    }

    /** Results of one subscription, in order, however many callbacks they come in; with {@code together}, in one of their own. */
    private void results(JsonNode step) {
        String on = step.required("on").asString();
        String id = values.expand(step.required("of").asString());
        Deque<JsonNode> waiting = results.computeIfAbsent(on + " " + id, none -> new ArrayDeque<>());
        JsonNode wanted = step.required("results");
        boolean together = step.path("together").asBoolean(false);
        if (together && !waiting.isEmpty()) {
            throw new UnmetExpectation("these results in a callback of their own", "before them: " + waiting);
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (waiting.isEmpty()) {
                if (together && i > 0) {
                    throw new UnmetExpectation(wanted.size() + " results in one callback", "only " + i);
                }
                waiting.addAll(callback(peer(on), id, i, wanted));
            }
            JsonNode pattern = wanted.required(i);
            JsonNode result = waiting.remove();
            int place = i;
            JsonPattern.exact(values).difference(pattern, result).ifPresent(difference -> {
                throw new UnmetExpectation(
                        "result " + (place + 1) + " of " + wanted.size() + ": " + pattern + " (" + difference + ")",
                        result + (waiting.isEmpty() ? "" : ", then " + waiting));
            });
        }
        if (together && !waiting.isEmpty()) {
            throw new UnmetExpectation(wanted.size() + " results in one callback", "more: " + waiting);
        }
    }

    /** The next logs of a subscription are of blocks of these heights. */
    private void heights(JsonNode step) {
        String on = step.required("on").asString();
        String id = values.expand(step.required("of").asString());
        Deque<JsonNode> waiting = results.computeIfAbsent(on + " " + id, none -> new ArrayDeque<>());
        JsonNode wanted = values.expand(step.required("heights"));
        for (JsonNode height : wanted) {
            if (waiting.isEmpty()) {
                waiting.addAll(callback(peer(on), id, 0, wanted));
            }
            JsonNode log = waiting.remove();
            if (!log.path("accountBlockHeight").asString("").equals(height.asString())) {
                throw new UnmetExpectation("a log at height " + height + " (of " + wanted + ")", log.toString());
            }
        }
    }

    private static List<JsonNode> callback(WebSocketPeer peer, String id, int before, JsonNode wanted) {
        WebSocketPeer.Frame frame = peer.take(
                "a callback of " + id + " with result " + (before + 1) + " of " + wanted,
                one -> one.subscription().filter(id::equals).isPresent());
        JsonNode list = parsed(frame.text()).path("params").path("result");
        if (!list.isArray() || list.isEmpty()) {
            throw new UnmetExpectation("an array of results", frame.text());
        }
        var all = new ArrayList<JsonNode>();
        list.forEach(all::add);
        return all;
    }

    private void silent(JsonNode step) {
        String on = step.required("silent").asString();
        Optional<String> of =
                step.has("of") ? Optional.of(values.expand(step.required("of").asString())) : Optional.empty();
        results.forEach((key, waiting) -> {
            if (!waiting.isEmpty() && key.equals(on + " " + of.orElse(key.substring(on.length() + 1)))) {
                throw new UnmetExpectation("nothing more on " + key, waiting.toString());
            }
        });
        peer(on).strayWithin(
                        MOMENT, frame -> of.isEmpty() || frame.subscription().equals(of))
                .ifPresent(frame -> {
                    throw new UnmetExpectation("silence on " + on, frame.text());
                });
    }

    private void closed(JsonNode step) {
        String end = peer(step.required("closed").asString()).awaitEnd();
        String wanted = "closed " + step.path("code").asInt(1000);
        if (!end.equals(wanted)) {
            throw new UnmetExpectation(wanted, end);
        }
    }

    /** It still answers. */
    private void stillOpen(WebSocketPeer peer) {
        JsonNode id = JsonNodeFactory.instance.numberNode(++lastId);
        peer.send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"rpc_modules\"}");
        peer.take("the reply to rpc_modules on a connection that stays open", frame -> id.equals(idOf(frame)));
    }

    /** What a real node answers with a close; a server that stays open is as good (VITE 1.5), one that breaks off is not. */
    private void fatal(String name) {
        WebSocketPeer peer = peer(name);
        try {
            stillOpen(peer);
        } catch (UnmetExpectation closedInstead) {
            String end = peer.awaitEnd();
            if (!end.equals("closed 1000")) {
                throw new UnmetExpectation("to stay open or be closed with 1000", end);
            }
        }
    }

    private void leave(String name) {
        peer(name).sendClose();
        peer(name).awaitEnd();
        WebSocketPeer gone = peers.remove(name);
        if (gone != null) {
            gone.close();
        }
    }

    private HttpPeer httpPeer() {
        URI base = endpoint.http().orElseThrow(() -> new InvalidScenarioException("http without its need"));
        return new HttpPeer(client, base, patience);
    }

    private WebSocketPeer open(String name, String path) {
        URI base = endpoint.ws().orElseThrow(() -> new InvalidScenarioException("a WebSocket without its need"));
        var peer = new WebSocketPeer(client, path.isEmpty() ? base : base.resolve(path), name, patience);
        peers.put(name, peer);
        return peer;
    }

    /** A connection is opened when it is first named. */
    private WebSocketPeer peer(String name) {
        WebSocketPeer peer = peers.get(name);
        return peer == null ? open(name, "") : peer;
    }

    @Override
    public void close() {
        peers.values().forEach(WebSocketPeer::close);
    }
}
