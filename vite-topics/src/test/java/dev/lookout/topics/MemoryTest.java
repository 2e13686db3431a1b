package dev.lookout.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Heap per subscription by the index's own accounting, for filters that share no key. */
class MemoryTest {
    private static final int COUNT = 200_000;

    @Test
    void aWalletTakesAtMost64Bytes() {
        var random = new SplittableRandom(1);
        var index = TopicIndex.create();
        byte[] transfer = Bytes.of(0, 32);
        for (int i = 0; i < COUNT; i++) {
            var filter = LogFilter.builder();
            if (random.nextInt(10) < 6) {
                filter.anyAddress();
            } else {
                filter.address(Bytes.of(random.nextInt(1000), 20));
            }
            index.subscribe(
                    filter.topic(transfer).anyTopic().topic(Bytes.wallet(i)).build());
        }
        assertThat(index.stats().keys()).isEqualTo(COUNT);
        assertThat(index.stats().tableBytes() / (double) COUNT).isLessThanOrEqualTo(64);
    }

    @Test
    void anAddressWithASignatureTakesAtMost110Bytes() {
        var index = TopicIndex.create();
        for (int i = 0; i < COUNT; i++) {
            var filter = LogFilter.builder().address(Bytes.of(i, 20), i % 10 == 0 ? 1 : 0, 0);
            if (i % 5 == 0) {
                filter.topics(Bytes.of(i % 400, 32), Bytes.of(-1, 32), Bytes.of(-2, 32));
            } else {
                filter.topic(Bytes.of(i % 400, 32));
            }
            index.subscribe(filter.build());
        }
        assertThat(index.stats().tableBytes() / (double) COUNT).isLessThanOrEqualTo(110);
    }

    @Test
    void anAddressOfAWideFilterTakesAtMost40Bytes() {
        var random = new SplittableRandom(3);
        var index = TopicIndex.create();
        long addresses = 0;
        for (int i = 0; i < COUNT / 8; i++) {
            var filter = LogFilter.builder();
            for (int k = 0; k < 8; k++) {
                filter.address(Bytes.of(random.nextInt(COUNT / 4), 20), i % 10 == 0 ? 5 : 0, 0);
            }
            addresses += filter.build().addressCount();
            index.subscribe(filter.build());
        }
        assertThat(index.stats().tableBytes() / (double) addresses).isLessThanOrEqualTo(40);
    }

    @Test
    void whatIsRemovedIsGivenBack() {
        var index = TopicIndex.create();
        long empty = index.stats().tableBytes();
        for (int i = 0; i < 20_000; i++) {
            index.subscribe(LogFilter.builder()
                    .address(Bytes.of(i % 9_000, 20), i % 3, 0)
                    .build());
        }
        for (int i = 0; i < 20_000; i++) {
            index.unsubscribe(i);
        }
        long perId = index.stats().tableBytes() - empty;
        assertThat(perId).isLessThan(20_000 * 12); // the places of the ids stay
    }
}
