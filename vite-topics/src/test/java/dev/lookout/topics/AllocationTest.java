package dev.lookout.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A million matches, one at a time and in stages, allocate not one byte. */
class AllocationTest {
    private static final int LOGS = 500;

    @ParameterizedTest
    @ValueSource(ints = {0, Integer.MAX_VALUE})
    void matchingAllocatesNothing(int stagedFrom) {
        var index = TopicIndex.withSeed(IndexLimits.DEFAULT, 1, stagedFrom);
        var world = new RandomWorld(new SplittableRandom(7), 200);
        for (int i = 0; i < 300; i++) {
            index.subscribe(world.filter().filter());
        }
        var logs = new LogBatch(LOGS);
        while (logs.size() < LOGS) {
            world.addLog(logs);
        }
        var matches = new Matches(LOGS, 150_000);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (var reader = index.newReader()) {
            for (int i = 0; i < 50; i++) {
                reader.match(logs, 0, LOGS, matches);
            }
            long found = 0;
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < 1_000_000 / LOGS; i++) {
                reader.match(logs, 0, LOGS, matches);
                found += matches.size();
            }
            long allocated =
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

            assertThat(found).isPositive();
            assertThat(allocated).isLessThan(1_000); // the two readings allocate some themselves
        }
    }
}
