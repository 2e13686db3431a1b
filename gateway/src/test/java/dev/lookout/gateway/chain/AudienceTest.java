package dev.lookout.gateway.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AudienceTest {
    private final Audience audience = new Audience();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void theTaskRunsOnceWhenEnoughStandAtOneTime() {
        audience.whenStanding(2, runs::incrementAndGet);

        audience.joined();
        audience.left();
        audience.joined();
        assertThat(runs).hasValue(0);

        audience.joined();
        audience.joined();
        assertThat(runs).hasValue(1);
        assertThat(audience.standing()).isEqualTo(3);
    }

    @Test
    void waitingForNobodyRunsAtOnce() {
        audience.whenStanding(0, runs::incrementAndGet);

        assertThat(runs).hasValue(1);
    }
}
