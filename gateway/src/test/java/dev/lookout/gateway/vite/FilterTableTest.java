package dev.lookout.gateway.vite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookout.gateway.chain.Audience;
import dev.lookout.gateway.chain.InMemoryEventLog;
import dev.lookout.gateway.chain.Retention;
import dev.lookout.testkit.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FilterTableTest {
    private static final ViteTopic SNAPSHOTS = new ViteTopic.Snapshots(Generation.V2);

    private final ManualClock clock = ManualClock.atNoon();
    private final InMemoryEventLog<ViteChainEvent> log = new InMemoryEventLog<>(Retention.ofEvents(50));
    private final Audience audience = new Audience();
    private final FilterTable filters = new FilterTable(
            log, clock, ViteOptions.builder().filters(3).resultsPerPoll(10).build(), audience);
    private int requests = 100;

    private void append(int height) {
        log.append(log.last() + 1, Blocks.snapshot("s" + height, height));
    }

    private String poll(String id) {
        return filters.changes(id, String.valueOf(requests++));
    }

    private static String page(String id, int... heights) {
        var elements = new StringBuilder();
        for (int height : heights) {
            elements.append(elements.length() == 0 ? "" : ",")
                    .append("{\"hash\":\"" + Blocks.hash("s" + height) + "\",\"height\":\"" + height
                            + "\",\"removed\":false}");
        }
        return "{\"result\":[" + elements + "],\"subscription\":\"" + id + "\"}";
    }

    @Test
    @Tag("VITE-CASE-48")
    void twoEventsComeInOnePollAndTheNextIsEmpty() {
        append(1);
        String id = filters.install(SNAPSHOTS, "1");
        append(2);
        append(3);

        assertThat(poll(id)).isEqualTo(page(id, 2, 3));
        assertThat(poll(id)).isEqualTo(page(id));
    }

    @Test
    @Tag("VITE-CASE-52")
    void aFilterIsGoneFiveMinutesAfterTheLastPollAndNotBefore() {
        String id = filters.install(SNAPSHOTS, "1");
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(5));
            poll(id);
        }

        clock.advance(Duration.ofMinutes(5).plusNanos(1));

        assertThatThrownBy(() -> poll(id)).isInstanceOf(RpcFault.class).hasMessage("filter not found");
        assertThat(filters.uninstall(id)).isFalse();
        assertThat(audience.standing()).isZero();
    }

    @Test
    void theSweepForgetsIdleFiltersAndNoOthers() {
        filters.install(SNAPSHOTS, "1");
        clock.advance(Duration.ofMinutes(3));
        String young = filters.install(SNAPSHOTS, "2");
        clock.advance(Duration.ofMinutes(3));

        filters.sweep();

        assertThat(filters.size()).isEqualTo(1);
        assertThat(poll(young)).isEqualTo(page(young));
    }

    @Test
    @Tag("VITE-FILTER-6")
    void aPageWhoseAnswerWasLostIsGivenAgainOnce() {
        String id = filters.install(SNAPSHOTS, "1");
        append(2);
        assertThat(filters.changes(id, "7")).isEqualTo(page(id, 2));
        append(3);

        assertThat(filters.changes(id, "7")).isEqualTo(page(id, 2));
        assertThat(filters.changes(id, "7")).isEqualTo(page(id, 3));
        assertThat(filters.changes(id, "8")).isEqualTo(page(id));
    }

    @Test
    void aClientWithOneIdForEverythingGetsNothingTwice() {
        String id = filters.install(SNAPSHOTS, "1");
        for (int height = 2; height < 6; height++) {
            append(height);
            assertThat(filters.changes(id, "1")).isEqualTo(page(id, height));
        }
    }

    @Test
    void aPollIsBoundedAndTheNextGoesOnWhereItStopped() {
        String id = filters.install(SNAPSHOTS, "1");
        for (int height = 1; height <= 12; height++) {
            append(height);
        }

        assertThat(poll(id)).isEqualTo(page(id, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        assertThat(poll(id)).isEqualTo(page(id, 11, 12));
    }

    @Test
    @Tag("VITE-FILTER-11")
    void aFilterWhosePlaceIsNoLongerKeptIsGone() {
        String id = filters.install(SNAPSHOTS, "1");
        for (int height = 1; height <= 60; height++) {
            append(height);
        }

        assertThatThrownBy(() -> poll(id)).hasMessage("filter not found");
        assertThat(filters.size()).isZero();
    }

    @Test
    void oneFilterTooManyIsRefused() {
        for (int i = 0; i < 3; i++) {
            filters.install(SNAPSHOTS, "1");
        }

        assertThatThrownBy(() -> filters.install(SNAPSHOTS, "1")).hasMessageContaining("too many filters: 3 stand");
    }
}
