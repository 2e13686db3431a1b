package dev.lookout.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TuplesTest {
    @Test
    void everyShapeHasANumberOfItsOwn() {
        int shapes = 0;
        long seen = 0;
        for (int mask = 0; mask < 32; mask++) {
            int last = 0;
            for (int topic = 0; topic < 4; topic++) {
                last = (mask & (2 << topic)) != 0 ? topic + 1 : last;
            }
            assertThat(Tuples.topicsFixed(mask)).isEqualTo(last);
            for (int min = last; min <= 4; min++) {
                int id = Tuples.id(mask, min);
                assertThat(Tuples.mask(id)).isEqualTo(mask);
                assertThat(Tuples.minTopics(id)).isEqualTo(min);
                seen |= 1L << id;
                shapes++;
            }
        }
        assertThat(shapes).isEqualTo(Tuples.COUNT).isEqualTo(Long.bitCount(seen));
    }
}
