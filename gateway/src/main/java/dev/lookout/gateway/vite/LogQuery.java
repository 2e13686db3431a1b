package dev.lookout.gateway.vite;

import dev.lookout.gateway.vite.LedgerStore.StoredBlock;
import dev.lookout.gateway.vite.LogFilter.Range;
import dev.lookout.gateway.vite.ViteMessages.LogMessage;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Height;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code ledger_getVmLogsByFilter} and {@code subscribe_getLogs} (VITE 4.3, 7.2): ascending heights of each address, addresses
 * in the order of the request's map, so that pages of a query over several addresses are stable, each element with its own
 * address and no page longer than asked (a real node gets these three wrong).
 */
final class LogQuery {
    static final int MOST = 1000;
    private static final int BLOCKS = 500;
    private static final BigInteger LIMIT = BigInteger.valueOf(MOST);

    private final LedgerStore ledger;
    private final ViteOptions options;

    LogQuery(LedgerStore ledger, ViteOptions options) {
        this.ledger = ledger;
        this.options = options;
    }

    /** JSON text of the result: nothing found is null for the current method, an empty array for the old one. */
    String answer(LogFilterParam param, Generation generation) {
        LogFilter filter = param.filter(options);
        if (param.pageSize().compareTo(LIMIT) > 0) {
            throw RpcFault.of("pageSize must be less than 1000");
        }
        boolean paged = generation == Generation.V2;
        int size = !paged
                ? Integer.MAX_VALUE
                : param.pageSize().signum() == 0 ? MOST : param.pageSize().intValue();
        BigInteger skip = param.pageIndex().multiply(BigInteger.valueOf(size));
        var page = new Page(skip, size);
        param.ranges().keySet().stream()
                .map(GoDecoding::address)
                .distinct()
                .forEach(address ->
                        collect(address, Objects.requireNonNull(filter.ranges().get(address)), filter, page));
        if (page.found.isEmpty()) {
            return paged ? "null" : "[]";
        }
        var out = new StringBuilder("[");
        for (LogMessage message : page.found) {
            out.append(out.length() > 1 ? "," : "").append(ViteEncoder.queriedLog(message, generation));
        }
        return out.append(']').toString();
    }

    private void collect(Address address, Range range, LogFilter filter, Page page) {
        Optional<StoredBlock> latest = ledger.latestBlock(address);
        if (latest.isEmpty()) {
            return;
        }
        Height tip = latest.get().content().height();
        Height to = clip(range.to(), tip);
        Height from = clip(range.from(), tip);
        while (from.compareTo(to) <= 0 && !page.isFull()) {
            Height last = windowEnd(from, to);
            List<StoredBlock> blocks = new ArrayList<>(ledger.blocks(address, from, last, BLOCKS));
            Collections.reverse(blocks);
            blocks.forEach(block -> page.add(block.content(), filter));
            if (last.equals(to)) {
                return;
            }
            from = last.next();
        }
    }

    /** 0 and what is above the tip mean the tip (VITE 4.3). */
    private static Height clip(Height height, Height tip) {
        return height.isZero() || height.compareTo(tip) > 0 ? tip : height;
    }

    private static Height windowEnd(Height from, Height to) {
        BigInteger end = from.toBigInteger().add(BigInteger.valueOf(BLOCKS - 1));
        return end.compareTo(to.toBigInteger()) >= 0 ? to : Height.of(end);
    }

    /** The part of the found logs that was asked for. */
    private static final class Page {
        private final List<LogMessage> found = new ArrayList<>();
        private final int size;
        private BigInteger toSkip;

        Page(BigInteger skip, int size) {
            this.toSkip = skip;
            this.size = size;
        }

        boolean isFull() {
            return found.size() >= size;
        }

        void add(AccountBlockContent block, LogFilter filter) {
            for (VmLogContent log : block.logs()) {
                if (!isFull() && filter.wantsTopics(log.topics())) {
                    if (toSkip.signum() > 0) {
                        toSkip = toSkip.subtract(BigInteger.ONE);
                    } else {
                        found.add(new LogMessage(block.hash(), block.height(), block.address(), log, false));
                    }
                }
            }
        }
    }
}
