package dev.lookout.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MatchReaderTest {
    private static final byte[] ADDRESS = bytes(21, 1);
    private static final byte[] A = bytes(32, 0xa);

    private final TopicIndex index = TopicIndex.create();
    private final MatchReader reader = index.newReader();

    @Test
    void findsTheSubscriptionsOfEachLog() {
        int any = index.subscribe(LogFilter.builder().anyAddress().topic(A).build());
        int one = index.subscribe(LogFilter.builder().address(ADDRESS, 5, 7).build());
        var logs = new LogBatch(3)
                .add(ADDRESS, 5)
                .topic(A)
                .add(ADDRESS, 8)
                .add(bytes(20, 1), 5)
                .topic(A);
        var matches = new Matches(3, 8);

        assertThat(reader.match(logs, 0, 3, matches)).isEqualTo(3);

        assertThat(idsOf(matches, 0)).containsExactlyInAnyOrder(any, one);
        assertThat(idsOf(matches, 1)).isEmpty();
        assertThat(idsOf(matches, 2)).containsExactly(any);
    }

    @Test
    void bringsALogWithMoreIdsThanTheBufferInParts() {
        for (int i = 0; i < 5; i++) {
            index.subscribe(LogFilter.builder().anyAddress().build());
        }
        var logs = new LogBatch(1).add(ADDRESS, 1);
        var matches = new Matches(1, 2);

        assertThat(reader.match(logs, 0, 1, matches)).isEqualTo(1);
        int seen = matches.size();
        while (matches.isPartial()) {
            reader.resume(matches);
            seen += matches.size();
        }

        assertThat(seen).isEqualTo(5);
        assertThatThrownBy(() -> reader.resume(matches)).isInstanceOf(IllegalStateException.class);
    }

    private static int[] idsOf(Matches matches, int log) {
        return Arrays.copyOfRange(matches.ids(), matches.begin(log), matches.end(log));
    }

    private static byte[] bytes(int length, int value) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
