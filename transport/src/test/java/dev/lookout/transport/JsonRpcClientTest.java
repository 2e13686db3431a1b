package dev.lookout.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookout.model.ConnectionLostException;
import dev.lookout.model.RemoteErrorException;
import dev.lookout.model.RequestTimedOutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JsonRpcClientTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final WebSocketConnector connector = new WebSocketConnector();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final RpcListener listener = new RpcListener() {
        @Override
        public void onNotification(String method, JsonValue params) {
            heard.add(method + " " + params);
        }

        @Override
        public void onUnexpected(String text, String why) {
            heard.add("unexpected: " + why);
        }

        @Override
        public void onClosed(int code, String reason) {
            heard.add("closed " + code);
        }
    };
    private TransportServer server;

    /** Answers by the method's name. */
    private static final class Script implements ConnectionListener {
        private final RpcRequestReader reader = new RpcRequestReader(JsonLimits.DEFAULT);
        private final Connection connection;

        Script(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void onText(String text) {
            RpcRequest request = ((RpcMessage.Single) reader.read(text)).request();
            switch (request.name()) {
                case "echo" ->
                    connection.send(
                            Lane.CONTROL,
                            RpcWriter.result(request.idText(), java.util.Objects.requireNonNull(request.params())));
                case "fail" ->
                    connection.send(
                            Lane.CONTROL, RpcWriter.error(request.idText(), new RpcError(-32002, "filter not found")));
                case "failWithoutId" ->
                    connection.send(Lane.CONTROL, RpcWriter.error(null, new RpcError(-32600, "unexpected EOF")));
                case "notify" ->
                    connection.send(Lane.DATA, RpcWriter.notification("subscribe_subscription", "{\"a\":1.50}"));
                case "close" -> connection.close(4000, "enough");
                default -> {}
            }
        }

        @Override
        public void onClosed(int code, String reason) {}
    }

    @BeforeEach
    void start() {
        var reader = new RpcRequestReader(JsonLimits.DEFAULT);
        server = TransportServer.builder("127.0.0.1", 0)
                .webSocket("/", (connection, handshake) -> new Script(connection))
                .http("/", request -> {
                    RpcRequest call = ((RpcMessage.Single) reader.read(request.bodyText())).request();
                    String body = call.name().equals("fail")
                            ? RpcWriter.error(call.idText(), new RpcError(-32002, "filter not found"))
                            : RpcWriter.result(call.idText(), java.util.Objects.requireNonNull(call.params()));
                    return CompletableFuture.completedFuture(HttpReply.of(200, "application/json", body + "\n"));
                })
                .build();
        server.start();
    }

    @AfterEach
    void stop() {
        connector.close();
        server.close();
    }

    private JsonRpcClient connect() throws Exception {
        return JsonRpcClient.connect(connector, uri("ws"), listener, ConnectOptions.DEFAULT)
                .get(10, TimeUnit.SECONDS);
    }

    private URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + server.port() + "/");
    }

    @Test
    @Tag("VITE-CASE-23")
    void answersAreMatchedById() throws Exception {
        JsonRpcClient client = connect();
        var first = client.call("x_echo", JsonArray.of(JsonValue.of("a<b>&é")), LONG);
        var second = client.call("x_echo", JsonArray.of(JsonValue.parse("1.50")), LONG);

        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(JsonValue.parse("[1.50]"));
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(JsonArray.of(JsonValue.of("a<b>&é")));
        assertThat(client.pending()).isZero();
    }

    @Test
    void anErrorOfTheServerFailsTheCall() throws Exception {
        JsonRpcClient client = connect();

        assertThatThrownBy(() -> client.call("x_fail", JsonArray.EMPTY, LONG).get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(RemoteErrorException.class, e -> {
                    assertThat(e.code()).isEqualTo(-32002);
                    assertThat(e.remoteMessage()).isEqualTo("filter not found");
                });
    }

    @Test
    @Tag("VITE-CASE-24")
    void anErrorWithoutIdFailsWhatIsPendingAtOnce() throws Exception {
        JsonRpcClient client = connect();
        var silent = client.call("x_silent", JsonArray.EMPTY, LONG);
        var failing = client.call("x_failWithoutId", JsonArray.EMPTY, LONG);

        assertThatThrownBy(() -> failing.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(RemoteErrorException.class);
        assertThatThrownBy(() -> silent.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(RemoteErrorException.class);
    }

    @Test
    void aCallWithoutAnswerTimesOut() throws Exception {
        JsonRpcClient client = connect();

        assertThatThrownBy(() -> client.call("x_silent", JsonArray.EMPTY, Duration.ofMillis(50))
                        .get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RequestTimedOutException.class);
        assertThat(client.pending()).isZero();
    }

    @Test
    void notificationsGoToTheListener() throws Exception {
        assertThat(connect().call("x_notify", JsonArray.EMPTY, LONG)).isNotDone();

        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("subscribe_subscription {\"a\":1.50}");
    }

    @Test
    void pendingCallsFailWhenTheServerCloses() throws Exception {
        JsonRpcClient client = connect();
        var silent = client.call("x_silent", JsonArray.EMPTY, LONG);
        assertThat(client.call("x_close", JsonArray.EMPTY, LONG)).isNotNull();

        assertThatThrownBy(() -> silent.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(ConnectionLostException.class);
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("closed 4000");
        assertThatThrownBy(() -> client.call("x_echo", JsonArray.EMPTY, LONG).get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(ConnectionLostException.class);
    }

    @Test
    void callsGoOverHttpAsWell() throws Exception {
        JsonRpcClient client = JsonRpcClient.overHttp(new HttpPoster(), uri("http"));

        assertThat(client.call("x_echo", JsonArray.of(JsonValue.of(7)), LONG).get(10, TimeUnit.SECONDS))
                .isEqualTo(JsonArray.of(JsonValue.of(7)));
        assertThatThrownBy(() -> client.call("x_fail", JsonArray.EMPTY, LONG).get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RemoteErrorException.class);
    }

    @Test
    void aRefusedConnectionSaysSo() throws Exception {
        int dead = server.port();
        server.close();

        assertThatThrownBy(() -> JsonRpcClient.connect(
                                connector, URI.create("ws://127.0.0.1:" + dead + "/"), listener, ConnectOptions.DEFAULT)
                        .get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void anAnswerOtherThanAnUpgradeSaysItsStatus() throws Exception {
        assertThatThrownBy(() -> JsonRpcClient.connect(
                                connector,
                                URI.create("ws://127.0.0.1:" + server.port() + "/nothing"),
                                listener,
                                ConnectOptions.DEFAULT)
                        .get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("404");
    }
}
