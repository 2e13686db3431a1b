package dev.lookout.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LogBatchTest {
    private static final byte[] ADDRESS = Bytes.of(1, 21);
    private static final byte[] TOPIC = Bytes.of(2, 32);

    @Test
    void holdsAsManyLogsAsItSays() {
        var batch = new LogBatch(2).add(ADDRESS, 1).add(ADDRESS, 2);

        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.capacity()).isEqualTo(2);
        assertThatThrownBy(() -> batch.add(ADDRESS, 3)).hasMessageContaining("it holds 2 logs");
        batch.clear();
        assertThat(batch.size()).isZero();
        batch.add(ADDRESS, 3);
        assertThat(batch.size()).isEqualTo(1);
    }

    @Test
    void refusesAFifthTopicAndATopicWithoutALog() {
        var batch = new LogBatch(1);
        assertThatThrownBy(() -> batch.topic(TOPIC)).hasMessageContaining("belongs to a log");
        batch.add(ADDRESS, 1).topic(TOPIC).topic(TOPIC).topic(TOPIC).topic(1, 2, 3, 4);
        assertThatThrownBy(() -> batch.topic(TOPIC)).hasMessageContaining("at most 4 topics");
        assertThatThrownBy(() -> batch.topic(1, 2, 3, 4)).hasMessageContaining("at most 4 topics");
    }

    @Test
    void wordsAndBytesOfATopicAreTheSame() {
        var words = new long[4];
        Words.putTopic(TOPIC, words, 0);
        var index = TopicIndex.create();
        int id = index.subscribe(
                LogFilter.builder().anyAddress().anyTopic().topic(TOPIC).build());
        var logs = new LogBatch(2)
                .add(ADDRESS, 1)
                .topic(0, 0, 0, 0)
                .topic(words[0], words[1], words[2], words[3])
                .add(ADDRESS, 1)
                .topic(0, 0, 0, 0)
                .topic(words[0], words[1], words[2], ~words[3]);

        var found = MatchesOf.all(index.newReader(), logs, new Matches(2, 9), false);

        assertThat(found.get(0)).containsExactly(id);
        assertThat(found.get(1)).isEmpty();
    }

    @Test
    void refusesARefusedTopicWholly() {
        var batch = new LogBatch(1).add(ADDRESS, 1);

        assertThatThrownBy(() -> batch.topic(new byte[5])).isInstanceOf(IllegalArgumentException.class);

        assertThat(batch.words()[LogBatch.TOPIC_COUNT]).isZero();
    }

    @Test
    void refusesSizesThatCannotBe() {
        assertThatThrownBy(() -> new LogBatch(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogBatch(Integer.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }
}
