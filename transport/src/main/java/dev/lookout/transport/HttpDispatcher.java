package dev.lookout.transport;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.glassfish.grizzly.ReadHandler;
import org.glassfish.grizzly.http.io.NIOInputStream;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads HTTP requests without blocking, has them answered on the workers, and writes the replies.
 *
 * <p>Thread: {@link #service} and body callbacks on I/O threads; replies on whatever thread completes the stage.
 */
final class HttpDispatcher extends HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDispatcher.class);

    private final Function<String, Optional<dev.lookout.transport.HttpHandler>> handlers;
    private final int bodyLimit;
    private final Executor workers;
    private final Semaphore inWork;

    HttpDispatcher(
            Function<String, Optional<dev.lookout.transport.HttpHandler>> handlers,
            TransportLimits limits,
            Executor workers) {
        this.handlers = handlers;
        this.bodyLimit = limits.httpBodyBytes();
        this.workers = workers;
        this.inWork = new Semaphore(limits.httpRequests());
    }

    @Override
    protected boolean sendAcknowledgment(Request request, Response response) throws IOException {
        // A body that is too long is not asked for: its sender gets the final answer at once.
        return request.getContentLengthLong() > bodyLimit || super.sendAcknowledgment(request, response);
    }

    @Override
    public void service(Request request, Response response) {
        response.suspend();
        if (!inWork.tryAcquire()) {
            reply(request, response, HttpReply.of(503, "text/plain; charset=utf-8", "too many requests in work\n"));
            return;
        }
        if (request.getContentLengthLong() > bodyLimit) {
            dispatch(request, response, new byte[0], true);
        } else {
            new Body(request, response).read();
        }
    }

    private void dispatch(Request request, Response response, byte[] body, boolean truncated) {
        HttpDeadline.of(request.getContext().getConnection()).requestRead();
        try {
            workers.execute(() -> answer(request, response, body, truncated));
        } catch (RejectedExecutionException shuttingDown) {
            finish(request, response, HttpReply.empty(503));
        }
    }

    private void answer(Request request, Response response, byte[] body, boolean truncated) {
        try {
            HttpRequest seen = seen(request, body, truncated);
            Optional<dev.lookout.transport.HttpHandler> handler = handlers.apply(seen.path());
            if (handler.isEmpty()) {
                finish(request, response, HttpReply.of(404, "text/plain; charset=utf-8", "not found\n"));
                return;
            }
            handler.get().handle(seen).whenComplete((reply, failure) -> {
                if (failure != null) {
                    fail(request, response, failure);
                } else {
                    finish(request, response, reply);
                }
            });
        } catch (RuntimeException | Error e) {
            fail(request, response, e);
        }
    }

    private void fail(Request request, Response response, Throwable failure) {
        LOG.warn("The handler of {} {} failed", request.getMethod(), request.getRequestURI(), failure);
        finish(request, response, HttpReply.of(500, "text/plain; charset=utf-8", "internal error\n"));
    }

    private void finish(Request request, Response response, HttpReply reply) {
        inWork.release();
        reply(request, response, reply);
    }

    private static void reply(Request request, Response response, HttpReply reply) {
        HttpDeadline deadline = HttpDeadline.of(request.getContext().getConnection());
        try {
            response.setStatus(reply.status());
            reply.headers().forEach(response::setHeader);
            reply.contentType().ifPresent(response::setContentType);
            response.setContentLength(reply.body().length);
            if (reply.body().length > 0 && !"HEAD".equals(request.getMethod().getMethodString())) {
                response.getNIOOutputStream().write(reply.body());
            }
        } catch (IOException gone) {
            LOG.debug("The client of {} left before its answer", request.getRequestURI(), gone);
        } finally {
            deadline.replied();
            response.resume();
        }
    }

    private static HttpRequest seen(Request request, byte[] body, boolean truncated) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (String name : request.getHeaderNames()) {
            var values = new ArrayList<String>();
            request.getHeaders(name).forEach(values::add);
            headers.putIfAbsent(name, values);
        }
        long declared = request.getContentLengthLong();
        return new HttpRequest(
                request.getMethod().getMethodString(),
                request.getRequestURI() == null ? "/" : pathOf(request),
                request.getQueryString() == null ? "" : request.getQueryString(),
                headers,
                GrizzlySocket.addressOf(request.getContext().getConnection()),
                declared < 0 ? OptionalLong.empty() : OptionalLong.of(declared),
                body,
                truncated);
    }

    private static String pathOf(Request request) {
        try {
            String path = java.net.URI.create(request.getRequestURI()).getPath();
            return path == null || path.isEmpty() ? "/" : path;
        } catch (IllegalArgumentException malformed) {
            return request.getRequestURI();
        }
    }

    /**
     * Waits until a body is there as a whole, or more of it than the limit allows; the rest is left to the codec to skip.
     *
     * <p>Asks Grizzly for one byte more than the limit, so that it calls only when it is time to decide. Asking again and
     * again for what has come would enable reading after the last piece, and the head of the next request could be taken
     * for content of this one. Calls after the first decision are ignored: the request may be recycled by then.
     */
    private final class Body implements ReadHandler {
        private final Request request;
        private final Response response;
        private final NIOInputStream in;
        private boolean finished;

        Body(Request request, Response response) {
            this.request = request;
            this.response = response;
            this.in = request.getNIOInputStream();
        }

        void read() {
            in.notifyAvailable(this, bodyLimit + 1);
        }

        @Override
        public void onDataAvailable() throws IOException {
            finish();
        }

        @Override
        public void onAllDataRead() throws IOException {
            finish();
        }

        @Override
        public void onError(Throwable cause) {
            if (finished) {
                return;
            }
            finished = true;
            // The client went away in the middle of its request, or sent a broken chunk.
            LOG.debug("Reading the body of {} failed", request.getRequestURI(), cause);
            inWork.release();
            response.setStatus(400);
            response.resume();
        }

        private void finish() throws IOException {
            if (finished) {
                return;
            }
            finished = true;
            int ready = in.readyData();
            var body = new byte[Math.min(ready, bodyLimit)];
            int read = 0;
            while (read < body.length) {
                int more = in.read(body, read, body.length - read);
                if (more < 0) {
                    throw new EOFException("Body ended after " + read + " of " + body.length + " bytes");
                }
                read += more;
            }
            dispatch(request, response, body, ready > bodyLimit);
        }
    }
}
