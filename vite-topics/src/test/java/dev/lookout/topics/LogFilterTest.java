package dev.lookout.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogFilterTest {
    private static final byte[] ADDRESS = Bytes.of(1, 21);
    private static final byte[] A = Bytes.of(2, 32);
    private static final byte[] B = Bytes.of(3, 32);

    @Test
    void asksForAddressesOrAnyButNotBothOrNeither() {
        assertThatThrownBy(() -> LogFilter.builder().build()).hasMessageContaining("names no address");
        assertThatThrownBy(
                        () -> LogFilter.builder().anyAddress().address(ADDRESS).build())
                .hasMessageContaining("choose one");
    }

    @Test
    void repeatedAlternativesCountOnce() {
        LogFilter filter = LogFilter.builder().anyAddress().topics(A, B, A, A).build();

        assertThat(filter.alternativeCount(0)).isEqualTo(2);
        assertThat(filter)
                .isEqualTo(LogFilter.builder().anyAddress().topics(A, B).build());
        assertThat(filter)
                .hasSameHashCodeAs(LogFilter.builder().anyAddress().topics(A, B).build());
    }

    @Test
    void manyRepeatedAlternativesCountOnce() {
        var alternatives = new ArrayList<byte[]>();
        for (int i = 0; i < 300; i++) {
            alternatives.add(Bytes.of(i % 100, 32));
        }

        LogFilter filter = LogFilter.builder().anyAddress().topics(alternatives).build();

        assertThat(filter.alternativeCount(0)).isEqualTo(100);
        for (int i = 0; i < 100; i++) {
            var words = new long[4];
            Words.putTopic(Bytes.of(i, 32), words, 0);
            assertThat(filter.alternativeWords(0)).containsSequence(words);
        }
    }

    @Test
    void theLastRangeOfAnAddressCounts() {
        LogFilter filter = LogFilter.builder()
                .address(ADDRESS, 3, 4)
                .address(ADDRESS, 5, 0)
                .build();

        assertThat(filter.addressCount()).isEqualTo(1);
        assertThat(filter.from(0)).isEqualTo(5);
        assertThat(filter.to(0)).isZero();
        assertThat(filter).isNotEqualTo(LogFilter.builder().address(ADDRESS).build());
    }

    @Test
    void differsByAddressRangeAndTopics() {
        LogFilter filter = LogFilter.builder().address(ADDRESS, 1, 2).topic(A).build();

        assertThat(filter)
                .isEqualTo(LogFilter.builder().address(ADDRESS, 1, 2).topic(A).build())
                .isNotEqualTo(
                        LogFilter.builder().address(ADDRESS, 1, 3).topic(A).build())
                .isNotEqualTo(
                        LogFilter.builder().address(ADDRESS, 1, 2).topic(B).build())
                .isNotEqualTo(LogFilter.builder()
                        .address(ADDRESS, 1, 2)
                        .topic(A)
                        .anyTopic()
                        .build())
                .isNotEqualTo(LogFilter.builder()
                        .address(Bytes.of(9, 21), 1, 2)
                        .topic(A)
                        .build())
                .isNotEqualTo(LogFilter.builder().anyAddress().topic(A).build());
    }

    @Test
    void refusesTopicsThatAreNot32BytesAndAddressesOf0Or24() {
        var builder = LogFilter.builder();

        assertThatThrownBy(() -> builder.topic(new byte[31])).hasMessage("a topic has 32 bytes, not 31");
        assertThatThrownBy(() -> builder.topics(List.of(new byte[33]))).hasMessage("a topic has 32 bytes, not 33");
        assertThatThrownBy(() -> builder.address(new byte[0])).hasMessage("an address has 1 to 23 bytes, not 0");
        assertThatThrownBy(() -> builder.address(new byte[24])).hasMessage("an address has 1 to 23 bytes, not 24");
        builder.address(new byte[1]).address(new byte[23]);
        assertThat(builder.build().addressCount()).isEqualTo(2);
    }

    @Test
    void addressesOfDifferentLengthsDiffer() {
        var twenty = Bytes.of(5, 20);
        var twentyOne = java.util.Arrays.copyOf(twenty, 21);

        assertThat(LogFilter.builder()
                        .address(twenty)
                        .address(twentyOne)
                        .build()
                        .addressCount())
                .isEqualTo(2);
    }

    @Test
    void readsAsText() {
        LogFilter filter = LogFilter.builder()
                .address(new byte[] {1, 2, (byte) 0xff}, 5, 0)
                .topic(new byte[32])
                .anyTopic()
                .topics(A, B)
                .build();

        assertThat(filter).hasToString("LogFilter[0102ff 5.., " + "0".repeat(64) + ", *, 2 alternatives]");
        assertThat(LogFilter.builder().anyAddress().build()).hasToString("LogFilter[any address]");
        var many = LogFilter.builder();
        for (int i = 0; i < 4; i++) {
            many.address(Bytes.of(i, 20));
        }
        assertThat(many.build()).hasToString("LogFilter[4 addresses]");
    }

    @Test
    void builderGoesOnAfterBuild() {
        var builder = LogFilter.builder().address(ADDRESS).topic(A);
        LogFilter one = builder.build();
        LogFilter two = builder.topic(B).build();

        assertThat(one.positionCount()).isEqualTo(1);
        assertThat(two.positionCount()).isEqualTo(2);
        assertThat(one.isAnyAddress()).isFalse();
    }
}
