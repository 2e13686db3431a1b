package dev.lookout.gateway.vite;

import dev.lookout.gateway.chain.ChainSource;
import dev.lookout.gateway.chain.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a source's events into the ledger, then into the log: a block just announced can be fetched at once (VITE 6.1).
 *
 * <p>Thread: the source's.
 */
final class ViteIngest implements ChainSource.Sink<ViteChainEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(ViteIngest.class);

    private final LedgerStore ledger;
    private final EventLog<ViteChainEvent> log;
    private final ViteFanout fanout;
    private final ViteCounters counters;

    ViteIngest(LedgerStore ledger, EventLog<ViteChainEvent> log, ViteFanout fanout, ViteCounters counters) {
        this.ledger = ledger;
        this.log = log;
        this.fanout = fanout;
        this.counters = counters;
    }

    @Override
    public void event(ViteChainEvent event) {
        ledger.apply(event);
        log.append(log.last() + 1, event);
        counters.event();
        fanout.awaitRoom();
    }

    @Override
    public void ended() {
        LOG.info("Vite source has ended after {} events; clients stay connected", log.last());
    }

    @Override
    public void failed(RuntimeException failure) {
        LOG.error(
                "Vite source has failed after {} events and delivers no more; clients stay connected: {}",
                log.last(),
                failure.getMessage());
        LOG.debug("failure of the Vite source", failure);
    }
}
