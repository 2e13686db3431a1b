package dev.lookout.gateway.evm;

import dev.lookout.gateway.chain.ChainSource;
import java.time.Duration;

/**
 * A made-up EVM chain that goes on for ever, a block a second.
 *
 * <p>Thread: delivers on a thread of its own.
 */
public final class DevEvmSource implements ChainSource<EvmChainEvent> {
    private static final int BLOCK_SECONDS = 1;

    private final DevEvmOptions options;
    private final SourceThread thread = new SourceThread("evm-dev");

    public DevEvmSource(DevEvmOptions options) {
        this.options = options;
    }

    /** The contracts of this chain. */
    public ContractBook contracts() {
        return DevContracts.book(options.contracts());
    }

    @Override
    public String describe() {
        return "generated EVM chain, " + options.rate() + " transactions a second, seed " + options.seed();
    }

    @Override
    public void start(Sink<EvmChainEvent> sink) {
        thread.start(() -> run(sink), sink);
    }

    @Override
    public void close() {
        thread.close();
    }

    private boolean run(Sink<EvmChainEvent> sink) {
        var chain = new DevEvmChain(options, BLOCK_SECONDS);
        for (long tick = 0; thread.waitUntil(Duration.ofSeconds(tick * BLOCK_SECONDS)); tick++) {
            for (var event : chain.next()) {
                sink.event(event);
            }
        }
        return false;
    }
}
