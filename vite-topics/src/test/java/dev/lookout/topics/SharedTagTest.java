package dev.lookout.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One subscription with so many keys that some share a walk and a tag: each removal must hit its own. */
class SharedTagTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aFilterOfManyKeysCanBeEndedWholly(long seed) {
        var index = TopicIndex.withSeed(IndexLimits.DEFAULT, seed, Integer.MAX_VALUE);
        var topics = new ArrayList<byte[]>();
        for (int i = 0; i < 60_000; i++) {
            topics.add(Bytes.of(i, 32));
        }
        var filter = LogFilter.builder().anyAddress().topics(topics).build();

        index.unsubscribe(index.subscribe(filter));

        assertThat(index.stats().keys()).isZero();
    }
}
