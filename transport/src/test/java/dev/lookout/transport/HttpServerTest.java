package dev.lookout.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpServerTest {
    private TransportServer server;

    @BeforeEach
    void start() {
        server = TransportServer.builder("127.0.0.1", 0)
                .http(
                        "/",
                        request -> CompletableFuture.completedFuture(
                                request.declaredLength().orElse(0) > 1000
                                        ? HttpReply.of(413, "text/plain", "too large")
                                        : HttpReply.of(
                                                200,
                                                "text/plain",
                                                request.method() + " " + request.path() + " " + request.bodyText()
                                                        + (request.truncated() ? "…" : ""))))
                .limits(TransportLimits.DEFAULT
                        .withHttp(1000, 16)
                        .withTimeouts(
                                Duration.ofMillis(700),
                                Duration.ofMillis(1500),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(1)))
                .build();
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String post(String headers, String body) {
        return "POST /a HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body;
    }

    private static String answer(RawPeer peer, int length) throws Exception {
        var head = peer.readHead();
        assertThat(head.get(0)).contains(" 200 ");
        assertThat(head).anyMatch(line -> line.equalsIgnoreCase("Content-Length: " + length));
        return peer.readBody(length);
    }

    @Test
    void headAndBodyInSeparatePacketsOnOneKeptConnection() throws Exception {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            for (int i = 0; i < 200; i++) {
                peer.write(post("Content-Length: 5\r\n", "").getBytes(UTF_8));
                peer.write("hello".getBytes(UTF_8));
                assertThat(answer(peer, 13)).isEqualTo("POST /a hello");
            }
        }
    }

    @Test
    void chunkedBodyAndExpectContinue() throws Exception {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.write(post("Transfer-Encoding: chunked\r\n", "3\r\nhel\r\n").getBytes(UTF_8));
            peer.write("2\r\nlo\r\n0\r\n\r\n".getBytes(UTF_8));
            assertThat(answer(peer, 13)).isEqualTo("POST /a hello");

            peer.write(post("Content-Length: 2\r\nExpect: 100-continue\r\n", "").getBytes(UTF_8));
            assertThat(peer.readHead().get(0)).contains("100");
            peer.write("hi".getBytes(UTF_8));
            assertThat(answer(peer, 10)).isEqualTo("POST /a hi");
        }
    }

    @Test
    @Tag("VITE-CASE-3")
    void aDeclaredLengthBeyondTheLimitIsAnsweredWithoutReadingTheBody() throws Exception {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.write(post("Content-Length: 5000\r\n", "").getBytes(UTF_8));

            assertThat(peer.readHead().get(0)).contains("413");
        }
    }

    @Test
    void aChunkedBodyBeyondTheLimitIsCut() throws Exception {
        try (RawPeer peer = RawPeer.connect(server.port())) {
            peer.write(post("Transfer-Encoding: chunked\r\n", "").getBytes(UTF_8));
            peer.write(("5dc\r\n" + "x".repeat(1500) + "\r\n0\r\n\r\n").getBytes(UTF_8));

            assertThat(answer(peer, 8 + 1000 + 3)).endsWith("x…");
        }
    }

    @Test
    void theDefaultClientOfTheJdkIsAnsweredThoughItOffersHttp2() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (var body : new java.net.http.HttpRequest.BodyPublisher[] {
            BodyPublishers.ofString("hello"),
            BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream("hello".getBytes(UTF_8)))
        }) {
            var request = java.net.http.HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/a"))
                    .timeout(Duration.ofSeconds(20))
                    .POST(body)
                    .build();
            var answer = client.sendAsync(request, BodyHandlers.ofString()).get(20, TimeUnit.SECONDS);
            assertThat(answer.body()).isEqualTo("POST /a hello");
        }
    }

    @Test
    void dripFedAndIdleConnectionsAreDropped() throws Exception {
        try (RawPeer slow = RawPeer.connect(server.port());
                RawPeer idle = RawPeer.connect(server.port())) {
            slow.write("POST / HTTP/1.1\r\nHo".getBytes(UTF_8));
            idle.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
            assertThat(answer(idle, 6)).isEqualTo("GET / ");

            assertThat(slow.ended()).isTrue();
            assertThat(idle.ended()).isTrue();
        }
    }
}
