package dev.lookout.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All 62 shapes at once: the later ones make do with a smaller tuple, and find the same. */
class TupleFoldingTest {
    private static final byte[] ADDRESS = Bytes.of(1, 21);

    @Test
    void allShapesAreFoundByALogThatFitsThemAll() {
        var index = TopicIndex.create();
        List<Integer> expected = new ArrayList<>();
        for (int tuple = 0; tuple < Tuples.COUNT; tuple++) {
            expected.add(index.subscribe(filter(tuple)));
        }
        var all = log(4);

        assertThat(MatchesOf.all(index.newReader(), all, new Matches(1, 99), false)
                        .get(0))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(index.stats().tuples()).isBetween(FilterPlan.MANY_TUPLES, Tuples.COUNT - 1);
        expected.forEach(index::unsubscribe);
        assertThat(index.stats().tuples()).isZero();
    }

    @Test
    void shortLogsFindOnlyTheShapesTheyAreLongEnoughFor() {
        var index = TopicIndex.create();
        var ids = new int[Tuples.COUNT];
        for (int tuple = 0; tuple < Tuples.COUNT; tuple++) {
            ids[tuple] = index.subscribe(filter(tuple));
        }
        for (int topics = 0; topics <= 4; topics++) {
            List<Integer> expected = new ArrayList<>();
            for (int tuple = 0; tuple < Tuples.COUNT; tuple++) {
                if (Tuples.minTopics(tuple) <= topics) {
                    expected.add(ids[tuple]);
                }
            }
            assertThat(MatchesOf.all(index.newReader(), log(topics), new Matches(1, 99), false)
                            .get(0))
                    .as("%d topics", topics)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static LogFilter filter(int tuple) {
        int mask = Tuples.mask(tuple);
        var filter = LogFilter.builder();
        if ((mask & 1) != 0) {
            filter.address(ADDRESS);
        } else {
            filter.anyAddress();
        }
        for (int i = 0; i < Tuples.minTopics(tuple); i++) {
            if ((mask & (2 << i)) != 0) {
                filter.topic(Bytes.of(10 + i, 32));
            } else {
                filter.anyTopic();
            }
        }
        return filter.build();
    }

    private static LogBatch log(int topics) {
        var log = new LogBatch(1).add(ADDRESS, 1);
        for (int i = 0; i < topics; i++) {
            log.topic(Bytes.of(10 + i, 32));
        }
        return log;
    }
}
