package dev.lookout.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an adversary may try, and what he gets. */
class LimitsTest {
    private static final byte[] ADDRESS = Bytes.of(1, 21);
    private static final byte[] SIGNATURE = Bytes.of(2, 32);

    @Test
    void refusesOneSubscriptionTooMany() {
        var index = TopicIndex.create(IndexLimits.DEFAULT.withMaxSubscriptions(2));
        var filter = LogFilter.builder().anyAddress().build();
        int first = index.subscribe(filter);
        index.subscribe(filter);

        assertThatThrownBy(() -> index.subscribe(filter))
                .isInstanceOf(IndexLimitException.class)
                .hasMessage("the index holds 2 subscriptions, its limit");
        index.unsubscribe(first);
        assertThat(index.subscribe(filter)).isEqualTo(first);
    }

    @Test
    void refusesAFilterOfTooManyKeysAndForgetsIt() {
        var index = TopicIndex.create(IndexLimits.DEFAULT.withMaxKeysPerSubscription(10));
        var filter = LogFilter.builder();
        for (int i = 0; i < 11; i++) {
            filter.address(Bytes.of(i, 20));
        }

        assertThatThrownBy(() -> index.subscribe(filter.build()))
                .isInstanceOf(IndexLimitException.class)
                .hasMessage("the filter needs 11 keys (11 addresses x 1 combinations of topics); the limit is 10");
        assertThat(index.stats().keys()).isZero();
        assertThat(index.stats().subscriptions()).isZero();
    }

    @Test
    void refusesTooManyAlternativesAtOnePosition() {
        var index = TopicIndex.create(IndexLimits.DEFAULT.withMaxAlternativesPerPosition(2));
        var filter = LogFilter.builder()
                .address(ADDRESS)
                .anyTopic()
                .topics(topics(3))
                .build();

        assertThatThrownBy(() -> index.subscribe(filter))
                .isInstanceOf(IndexLimitException.class)
                .hasMessage("position 1 of the filter has 3 alternatives; the limit is 2");
        index.subscribe(LogFilter.builder().address(ADDRESS).topics(topics(2)).build());
    }

    @Test
    void refusesOneSignatureTooManyAndTakesBackTheOthersOfTheFilter() {
        var index = TopicIndex.create();
        int full = (1 << SignatureTable.BITS) - 1;
        int half = index.subscribe(
                LogFilter.builder().anyAddress().topics(topics(full / 2)).build());
        var rest = LogFilter.builder()
                .anyAddress()
                .topics(otherTopics(full - full / 2 + 1))
                .build();

        assertThatThrownBy(() -> index.subscribe(rest))
                .isInstanceOf(IndexLimitException.class)
                .hasMessageContaining("131071 different values of topic 0");

        assertThat(index.stats().keys()).isEqualTo(full / 2);
        assertThat(index.stats().signatures()).isEqualTo(full / 2);
        index.unsubscribe(half);
        assertThat(index.stats().keys()).isZero();
    }

    @Test
    void aHundredThousandWalletsAreExpandedAndFound() {
        var index = TopicIndex.create();
        int id = index.subscribe(LogFilter.builder()
                .anyAddress()
                .topic(SIGNATURE)
                .topics(topics(100_000))
                .build());
        var logs = new LogBatch(3)
                .add(ADDRESS, 1)
                .topic(SIGNATURE)
                .topic(Bytes.of(77_777, 32))
                .add(ADDRESS, 1)
                .topic(SIGNATURE)
                .topic(Bytes.of(100_000, 32))
                .add(ADDRESS, 1)
                .topic(SIGNATURE);

        var found = MatchesOf.all(index.newReader(), logs, new Matches(3, 9), false);

        assertThat(found).containsExactly(List.of(id), List.of(), List.of());
        assertThat(index.stats().keys()).isEqualTo(100_000);
        index.unsubscribe(id);
        assertThat(index.stats().keys()).isZero();
    }

    @Test
    void bigSetsBehindASelectiveKeyAreTestedNotExpanded() {
        var index = TopicIndex.create();
        int id = index.subscribe(LogFilter.builder()
                .address(ADDRESS, 5, 9)
                .topics(topics(9_000))
                .anyTopic()
                .topics(topics(9_000))
                .build());
        var logs = new LogBatch(5)
                .add(ADDRESS, 5)
                .topic(Bytes.of(8_999, 32))
                .topic(SIGNATURE)
                .topic(Bytes.of(0, 32))
                .add(ADDRESS, 5)
                .topic(Bytes.of(9_001, 32))
                .topic(SIGNATURE)
                .topic(Bytes.of(0, 32))
                .add(ADDRESS, 5)
                .topic(Bytes.of(8_999, 32))
                .topic(SIGNATURE)
                .topic(Bytes.of(9_001, 32))
                .add(ADDRESS, 4)
                .topic(Bytes.of(8_999, 32))
                .topic(SIGNATURE)
                .topic(Bytes.of(0, 32))
                .add(ADDRESS, 5)
                .topic(Bytes.of(8_999, 32))
                .topic(SIGNATURE);

        var found = MatchesOf.all(index.newReader(), logs, new Matches(5, 9), false);

        assertThat(found).containsExactly(List.of(id), List.of(), List.of(), List.of(), List.of());
        assertThat(index.stats().keys()).isEqualTo(1);
        index.unsubscribe(id);
        assertThat(index.stats().keys()).isZero();
    }

    @Test
    void refusedIdsAreNotLost() {
        var index = TopicIndex.create(IndexLimits.DEFAULT.withMaxKeysPerSubscription(1));
        var tooWide = LogFilter.builder()
                .address(Bytes.of(1, 20))
                .address(Bytes.of(2, 20))
                .build();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> index.subscribe(tooWide)).isInstanceOf(IndexLimitException.class);
        }
        assertThat(index.subscribe(LogFilter.builder().anyAddress().build())).isZero();
    }

    @Test
    void fiveWildcardsNeverMatchAndEndLikeAnyOther() {
        var index = TopicIndex.create();
        var filter = LogFilter.builder().anyAddress();
        for (int i = 0; i < 5; i++) {
            filter.anyTopic();
        }
        int id = index.subscribe(filter.build());
        var logs = new LogBatch(1)
                .add(ADDRESS, 1)
                .topic(SIGNATURE)
                .topic(SIGNATURE)
                .topic(SIGNATURE)
                .topic(SIGNATURE);

        assertThat(MatchesOf.all(index.newReader(), logs, new Matches(1, 1), false))
                .containsExactly(List.of());
        assertThat(index.stats().subscriptions()).isEqualTo(1);
        index.unsubscribe(id);
        assertThatThrownBy(() -> index.unsubscribe(id)).hasMessage("no live subscription has the id " + id);
        assertThatThrownBy(() -> index.unsubscribe(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.unsubscribe(99_999)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLimitsThatCannotBe() {
        assertThatThrownBy(() -> IndexLimits.DEFAULT.withMaxSubscriptions(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> IndexLimits.DEFAULT.withMaxKeysPerSubscription(0))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> IndexLimits.DEFAULT.withMaxAlternativesPerPosition(0))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> IndexLimits.DEFAULT.withPresenceFilterBytes(5000))
                .hasMessageContaining("power of two");
        assertThatThrownBy(() -> IndexLimits.DEFAULT.withPresenceFilterBytes(2048))
                .hasMessageContaining("power of two");
        assertThat(IndexLimits.DEFAULT.withPresenceFilterBytes(4096).presenceFilterBytes())
                .isEqualTo(4096);
    }

    private static List<byte[]> topics(int count) {
        var topics = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            topics.add(Bytes.of(i, 32));
        }
        return topics;
    }

    private static List<byte[]> otherTopics(int count) {
        var topics = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            topics.add(Bytes.of(1_000_000_000L + i, 32));
        }
        return topics;
    }
}
