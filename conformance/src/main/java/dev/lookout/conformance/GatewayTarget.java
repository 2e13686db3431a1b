package dev.lookout.conformance;

import dev.lookout.gateway.Gateway;
import dev.lookout.gateway.GatewayOptions;
import dev.lookout.gateway.vigil.InMemoryKeyRing;
import dev.lookout.testkit.ManualClock;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/**
 * Our own gateway, in this process, on a free loopback port. A scenario that drives chain or clock gets a gateway of its own with
 * an empty chain; the others share one.
 */
final class GatewayTarget implements Target {
    private static final Map<String, String> KEYS = Map.of(
            "readKey", InMemoryKeyRing.DEMO.readKey().reveal(),
            "writeKey", InMemoryKeyRing.DEMO.writeKey().reveal());

    private final Gateway shared = Gateway.start(
            GatewayOptions.builder().port(0).keys(InMemoryKeyRing.demo()).build());

    @Override
    public String name() {
        return "the gateway, in this process";
    }

    @Override
    public Endpoint endpointFor(Scenario scenario) {
        boolean driven = scenario.needs().contains(Need.CHAIN_CONTROL)
                || scenario.needs().contains(Need.CLOCK);
        return driven ? ofItsOwn(scenario) : endpoint(scenario, shared.port(), Optional.empty(), () -> {});
    }

    private static Endpoint ofItsOwn(Scenario scenario) {
        ManualClock clock = ManualClock.atNoon();
        var chain = new ScriptedViteChain(clock::advance);
        Gateway gateway = Gateway.start(
                GatewayOptions.builder().port(0).clock(clock).viteSource(chain).build());
        return endpoint(scenario, gateway.port(), Optional.of(chain), gateway::close);
    }

    private static Endpoint endpoint(Scenario scenario, int port, Optional<ChainControl> chain, Runnable closing) {
        String address = "://127.0.0.1:" + port + "/" + scenario.protocol();
        return new Endpoint(
                Optional.of(URI.create("ws" + address)),
                Optional.of(URI.create("http" + address)),
                chain,
                EnumSet.allOf(Need.class),
                KEYS,
                closing);
    }

    @Override
    public void close() {
        shared.close();
    }
}
