package dev.lookout.gateway.vite;

import dev.lookout.transport.HttpHandler;
import dev.lookout.transport.HttpReply;
import dev.lookout.transport.HttpRequest;
import dev.lookout.transport.RpcRequestReader;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * JSON-RPC over HTTP by the node's rules (VITE 1.2): which requests are refused before the body is read, and how.
 *
 * <p>Thread: any.
 */
final class ViteHttp implements HttpHandler {
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";
    static final int MAX_BODY = 131_072;

    private final RpcRequestReader reader;
    private final ViteRpc rpc;

    ViteHttp(RpcRequestReader reader, ViteRpc rpc) {
        this.reader = reader;
        this.rpc = rpc;
    }

    @Override
    public CompletionStage<HttpReply> handle(HttpRequest request) {
        HttpReply reply = reply(request);
        return CompletableFuture.completedFuture(
                request.header("Origin").isPresent() ? reply.withHeader("Access-Control-Allow-Origin", "*") : reply);
    }

    private HttpReply reply(HttpRequest request) {
        String method = request.method();
        long announced = request.declaredLength().orElse(-1);
        if (method.equals("GET") && request.query().isEmpty() && announced <= 0 && request.body().length == 0) {
            return HttpReply.empty(200); // a load balancer's probe
        }
        if (method.equals("PUT") || method.equals("DELETE")) {
            return HttpReply.of(405, PLAIN, "method not allowed\n");
        }
        if (announced > MAX_BODY) {
            return HttpReply.of(413, PLAIN, "content length too large (" + announced + ">" + MAX_BODY + ")\n");
        }
        if (method.equals("OPTIONS")) {
            return preflight(request);
        }
        if (!isJson(request)) {
            return HttpReply.of(415, PLAIN, "invalid content type, only application/json is supported\n");
        }
        return rpc.answer(reader.read(request.bodyText()), Optional.empty())
                .map(answer -> HttpReply.of(200, JSON, answer.text() + "\n"))
                .orElseGet(() -> HttpReply.of(200, JSON, ""));
    }

    private static HttpReply preflight(HttpRequest request) {
        return HttpReply.empty(200)
                .withHeader("Access-Control-Allow-Methods", "POST, GET")
                .withHeader(
                        "Access-Control-Allow-Headers",
                        request.header("Access-Control-Request-Headers").orElse("Content-Type"))
                .withHeader("Access-Control-Max-Age", "600");
    }

    /** Parameters such as a charset do not matter. */
    private static boolean isJson(HttpRequest request) {
        String type = request.header("Content-Type").orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT)
                .equals(JSON);
    }
}
