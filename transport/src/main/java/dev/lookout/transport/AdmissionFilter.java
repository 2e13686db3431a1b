package dev.lookout.transport;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** First of the chain: bounds the number of open connections and keeps the clock of those that speak HTTP. */
final class AdmissionFilter extends BaseFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AdmissionFilter.class);

    private final TransportLimits limits;
    private final Sweeper sweeper;
    private final AtomicInteger open = new AtomicInteger();

    AdmissionFilter(TransportLimits limits, Sweeper sweeper) {
        this.limits = limits;
        this.sweeper = sweeper;
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) throws IOException {
        Connection<?> connection = context.getConnection();
        int now = open.incrementAndGet();
        if (now > limits.connections()) {
            open.decrementAndGet();
            LOG.warn("Connection from {} refused: {} are open", GrizzlySocket.addressOf(connection), now - 1);
            connection.terminateSilently();
            return context.getStopAction();
        }
        var deadline = new HttpDeadline(connection, limits.readTimeout(), limits.idleTimeout());
        sweeper.add(deadline);
        GrizzlySocket.whenClosed(connection, () -> {
            open.decrementAndGet();
            sweeper.remove(deadline);
        });
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        HttpDeadline deadline = HttpDeadline.of(context.getConnection());
        if (deadline == null) {
            return context.getStopAction();
        }
        deadline.bytesCame();
        return context.getInvokeAction();
    }
}
