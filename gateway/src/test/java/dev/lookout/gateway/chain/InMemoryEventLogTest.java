package dev.lookout.gateway.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InMemoryEventLogTest extends EventLogContract {
    @Override
    EventLog<String> logKeeping(int events) {
        return new InMemoryEventLog<>(Retention.ofEvents(events));
    }

    @Test
    void weightBoundsWhatIsKeptAndTheNewestAlwaysStays() {
        var log = new InMemoryEventLog<String>(new Retention<>(100, 10, String::length));

        log.append(1, "1234");
        log.append(2, "1234");
        log.append(3, "1234");
        assertThat(log.first()).isEqualTo(2);

        log.append(4, "far more than ten letters");
        assertThat(log.first()).isEqualTo(4);
        assertThat(log.last()).isEqualTo(4);
    }

    @Test
    void aFollowerMayNotAppend() {
        var log = new InMemoryEventLog<String>(Retention.ofEvents(5));
        log.follow(entry -> log.append(entry.sequence() + 1, "again"));

        assertThatThrownBy(() -> log.append(1, "a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("follower appended");
    }
}
