package dev.lookout.gateway.vigil;

import dev.lookout.gateway.chain.Audience;
import dev.lookout.gateway.evm.AbiText;
import dev.lookout.gateway.evm.EvmChainEvent.BlockInserted;
import dev.lookout.model.vigil.ApiKey;
import dev.lookout.model.vigil.EvmHash;
import dev.lookout.testkit.InMemoryConnection;
import dev.lookout.testkit.ManualClock;
import dev.lookout.testkit.ManualScheduler;
import dev.lookout.transport.ConnectionListener;
import dev.lookout.transport.Handshake;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An endpoint on a turned clock, with connections in memory and a chain that moves when told. */
final class SessionFixture {
    static final ApiKey READ = ApiKey.of("6d0f4a4e-58c1-4f0b-9a57-2f6f0a3f9d10");
    static final ApiKey WRITE = ApiKey.of("0c3c2c4e-7b1f-4d5e-8a9b-1c2d3e4f5a6b");
    static final ApiKey OTHER = ApiKey.of("9f0f4a4e-58c1-4f0b-9a57-2f6f0a3f9d99");
    static final String REGISTER = register(READ.reveal());

    final ManualClock clock = ManualClock.atNoon();
    final ManualScheduler timers = new ManualScheduler(clock);
    final InMemoryKeyRing keys = new InMemoryKeyRing();
    final Audience audience = new Audience();
    final VigilEndpoint endpoint;
    private EvmHash head = Chain.GENESIS;
    private long number;

    SessionFixture() {
        this(VigilOptions.defaults());
    }

    SessionFixture(VigilOptions options) {
        this.endpoint = endpoint(keys, options);
        keys.add("ours", new KeyPair(READ, WRITE));
        keys.add("theirs", new KeyPair(OTHER, ApiKey.of("other-write")), Set.of(Chain.BOB));
    }

    VigilEndpoint endpoint(KeyRing ring, VigilOptions options) {
        var abi = AbiText.abi("event Ping(uint256 n)");
        return VigilEndpoint.builder(ring, Chain.book(abi), timers, clock::nanoTime)
                .options(options)
                .audience(audience)
                .build();
    }

    static String register(String key) {
        return "{\"command\":\"register\",\"key\":\"" + key + "\"}";
    }

    static String heartbeat(String sessionId) {
        return "{\"command\":\"heartbeat\",\"sessionID\":\"" + sessionId + "\"}";
    }

    static String unregister(String key) {
        return "{\"command\":\"unregister\",\"key\":\"" + key + "\"}";
    }

    Client connect() {
        return connect(endpoint);
    }

    Client connect(VigilEndpoint to) {
        var connection = new InMemoryConnection();
        return new Client(connection, to.accept(connection, new Handshake("/ws", "", Map.of(), "")));
    }

    Client registered() {
        var client = connect();
        client.send(REGISTER);
        return client;
    }

    /** A block with one call and its one event. */
    void block() {
        number++;
        var call = Chain.call("tx" + number, 0, "0xdeadbeef");
        String log = Chain.hash("Ping(uint256)") + "\n--\n" + "%064x".formatted(number);
        var block =
                Chain.block("b" + number, head, number, List.of(call), Chain.receipt(call, 1, Chain.log(call, 0, log)));
        head = block.hash();
        endpoint.event(new BlockInserted(block));
    }

    /** The test's end of a connection. */
    record Client(InMemoryConnection connection, ConnectionListener listener) {
        void send(String text) {
            listener.onText(text);
        }

        /** What has come since the last call. */
        List<String> received() {
            return connection.takeSent();
        }

        /** The session id of the {@code register:ack} that is the only thing that has come. */
        String session() {
            var ack = (JsonObject) JsonValue.parse(received().get(0));
            return ack.text("sessionID").orElseThrow();
        }

        /** {@code code reason} of the close, or {@code open}. */
        String end() {
            return connection
                    .closing()
                    .map(closing -> closing.code() + " " + closing.reason())
                    .orElse("open");
        }
    }
}
